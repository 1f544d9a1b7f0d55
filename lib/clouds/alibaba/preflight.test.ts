import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulators, startEmulators, type WorldAccount } from "#emulators/index.ts";
import { CloudError } from "#lib/model/problem.ts";
import type { PreflightAction } from "../cloud.ts";
import { openEmulated, sourcesOf } from "../testing/open-emulated.ts";
import { alibaba } from "./index.ts";

let emulators: Emulators;
let account: WorldAccount;
beforeAll(async () => {
  emulators = await startEmulators();
  account = emulators.world.accounts.find((one) => one.cloud === "alibaba") as WorldAccount;
});
afterAll(() => emulators.close());

/** Each action's outcome as the check reads it: `allowed`, or the kind and code of the failure. */
async function outcomes(sample: "a key" | "none"): Promise<Record<string, string>> {
  const { connection } = openEmulated(emulators, account);
  const [source] = await sourcesOf(connection, account);
  if (!source) throw new Error("no source");
  const keyId = sample === "none" ? null : (account.keys.find((key) => key.region === source.region && key.denied.length === 0)?.keyId ?? null);
  const tried = await Promise.all(connection.preflight.map(async (one) => [one.action, await outcome(() => one.try(source, keyId))] as const));
  return Object.fromEntries(tried);
}

async function outcome(attempt: () => Promise<void>): Promise<string> {
  try {
    await attempt();
    return "allowed";
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return error.kind === "not-found" ? "allowed" : `${error.kind} ${error.code}`;
  }
}

const actions = (): readonly PreflightAction[] => openEmulated(emulators, account).connection.preflight;
const FREE = ["kms:DescribeRegions"];

describe("preflight", () => {
  it("finds everything allowed, with a key to ask for and without", async () => {
    for (const sample of ["a key", "none"] as const) expect(new Set(Object.values(await outcomes(sample)))).toEqual(new Set(["allowed"]));
  });

  it("tells each action that is denied, alone", async () => {
    const names = actions().map(({ action }) => action);
    for (const action of names) {
      emulators.clouds.alibaba.faults.clear();
      emulators.clouds.alibaba.faults.add({ operation: action.slice("kms:".length), fault: { kind: "deny" } });
      const tried = await outcomes("a key");
      expect(Object.entries(tried).filter(([, result]) => result !== "allowed")).toEqual([[action, "forbidden Forbidden.NoPermission"]]);
    }
    emulators.clouds.alibaba.faults.clear();
  });

  it("calls an action that a site lacks not enabled, and one that is needed broken", async () => {
    const unknown = { kind: "answer", status: 404, body: JSON.stringify({ Code: "InvalidAction.NotFound", RequestId: "r" }) } as const;
    for (const operation of ["ListKmsInstances", "GetKeyPolicy", "DescribeKey"]) emulators.clouds.alibaba.faults.add({ operation, fault: unknown });
    const tried = await outcomes("a key");
    emulators.clouds.alibaba.faults.clear();
    expect(Object.entries(tried).filter(([, result]) => result !== "allowed")).toEqual([
      ["kms:DescribeKey", "protocol InvalidAction.NotFound"],
      ["kms:GetKeyPolicy", "not-enabled InvalidAction.NotFound"],
      ["kms:ListKmsInstances", "not-enabled InvalidAction.NotFound"],
    ]);
  });

  it("names what goes dark for each list and fact that there is", () => {
    const parts = new Set(actions().flatMap(({ parts: dark = [] }) => dark));
    expect([...parts].sort()).toEqual([...alibaba.extras, "instances", "service"].sort());
    const { connection } = openEmulated(emulators, account);
    const operations = [...connection.extras, ...connection.about, ...connection.sweeps, ...(connection.sweepsOfOne ?? [])].map(
      ({ operation }) => `kms:${operation}`,
    );
    expect(actions().map(({ action }) => action)).toEqual(expect.arrayContaining(operations));
  });

  it("asks for no more and no less than the policy to paste allows", () => {
    const { Statement } = JSON.parse(alibaba.policy) as { Statement: { Effect: string; Action: string[]; Resource: string[] }[] };
    const allowed = Statement.flatMap(({ Action }) => Action);
    const asked = actions()
      .map(({ action }) => action)
      .filter((action) => !FREE.includes(action));
    expect(allowed.toSorted()).toEqual(asked.toSorted());
    expect(Statement.every(({ Effect }) => Effect === "Allow")).toBe(true);
    expect(allowed.filter((action) => !/^kms:(List|Describe|Get(KeyPolicy|KmsInstance)$)/.test(action))).toEqual([]);
  });
});
