import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Emulators, startEmulators } from "#emulators/index.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { allowEmulators, connectWorldAccount } from "../sync/testing/sync-world.ts";
import { checkAccount } from "./check-account.ts";
import { worldAccount } from "./testing/people.ts";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators({ quotas: true });
});
afterAll(() => emulators.close());
afterEach(() => {
  for (const cloud of Object.values(emulators.clouds)) cloud.faults.clear();
});

describe("the check of an account", { timeout: 60_000 }, () => {
  useTestDatabase();
  beforeAll(() => allowEmulators(emulators));

  test("names the columns, filters and parts that go dark without an action", async () => {
    const { id } = await connectWorldAccount(emulators, worldAccount(emulators, "Payments prod"), { regions: ["cn-hangzhou"] });
    for (const operation of ["ListTagResources", "ListKeyVersions"]) emulators.clouds.alibaba.faults.add({ operation, fault: { kind: "deny" } });
    const { actions, ok } = await checkAccount(SYSTEM_SCOPE, id);
    const line = (action: string) => actions.find((one) => one.action === action);
    expect(line("kms:ListTagResources")).toMatchObject({ result: "denied", columns: ["tags"], filters: ["q", "tag"], region: "cn-hangzhou" });
    expect(line("kms:ListKeyVersions")).toMatchObject({ result: "denied", columns: [], filters: [], parts: ["versions"] });
    expect(line("kms:ListAliases")).toMatchObject({ result: "allowed", filters: ["q", "alias"] });
    expect(ok).toBe(false);
  });

  test("a region whose projects nobody tells fails for that reason, in each action", async () => {
    for (const operation of ["projects", "auth-projects"]) emulators.clouds.huawei.faults.add({ operation, fault: { kind: "deny" } });
    const { id } = await connectWorldAccount(emulators, worldAccount(emulators, "Security tools"), { regions: ["cn-north-4"], projects: {} });
    const { actions, regions, ok } = await checkAccount(SYSTEM_SCOPE, id);
    expect(ok).toBe(false);
    expect(regions).toEqual([expect.objectContaining({ region: "cn-north-4", result: "denied", code: "Forbidden", requestId: expect.any(String) })]);
    expect(actions.find(({ action }) => action === "kms:cmk:list")).toMatchObject({ result: "denied", code: "Forbidden", message: regions[0]?.message });
  });

  test("tells an action that a site does not have from one that is denied, and is well all the same", async () => {
    const { id } = await connectWorldAccount(emulators, worldAccount(emulators, "Payments prod"), { regions: ["cn-hangzhou"] });
    const body = JSON.stringify({ Code: "InvalidAction.NotFound", Message: "no such action", RequestId: "r-1" });
    emulators.clouds.alibaba.faults.add({ operation: "ListResourceTags", fault: { kind: "answer", status: 404, body } });
    const { actions, ok } = await checkAccount(SYSTEM_SCOPE, id);
    expect(actions.find(({ action }) => action === "kms:ListResourceTags")).toMatchObject({ result: "unavailable", code: "InvalidAction.NotFound" });
    expect(ok).toBe(true);
  });

  test("shows rights beyond reading where the cloud tells of them, and is well all the same", async () => {
    const { id } = await connectWorldAccount(emulators, worldAccount(emulators, "Payments prod"), { regions: ["cn-hangzhou"] });
    emulators.clouds.alibaba.faults.add({
      operation: "GetCallerIdentity",
      fault: { kind: "rewrite", rewrite: (body) => ({ ...body, IdentityType: "Account" }) },
    });
    expect(await checkAccount(SYSTEM_SCOPE, id)).toMatchObject({ ok: true, excess: [{ right: "Account", message: expect.any(String) }] });
  });

  test("is not judged by refusals that were counted before: a person asks", async () => {
    const world = worldAccount(emulators, "EU platform");
    const { id } = await connectWorldAccount(emulators, world, { credential: { ...world.credential, password: "wrong" }, regions: ["eu-west-101"] });
    const asked = () => emulators.clouds.huawei.calls.of("auth-tokens").length;
    const before = asked();
    expect((await checkAccount(SYSTEM_SCOPE, id)).identity).toBeNull();
    expect(asked() - before).toBe(2);
    expect((await checkAccount(SYSTEM_SCOPE, id)).ok).toBe(false);
    expect(asked() - before).toBe(4);
  });
});
