import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Emulators, startEmulators } from "#emulators/index.ts";
import { worldAccount } from "../accounts/testing/people.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { readSources } from "../store/sources.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { requestSync } from "./request-sync.ts";
import { allowEmulators, connectWorldAccount, drain, storedRows } from "./testing/sync-world.ts";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators({ pageSize: 10 });
});
afterAll(() => emulators.close());

/** Answers that are whole by themselves and do not join to a whole: nothing may be taken for gone, or for none, because of them. */
describe("half answers", () => {
  useTestDatabase();
  beforeAll(() => allowEmulators(emulators));
  beforeEach(() => {
    for (const { faults } of Object.values(emulators.clouds)) faults.clear();
  });
  const readAgain = async () => {
    await requestSync(SYSTEM_SCOPE, {});
    return (await drain()).map(({ end }) => end);
  };
  const rows = async () => [...(await storedRows()).values()];
  const problems = async () => (await readSources(SYSTEM_SCOPE)).flatMap((source) => source.problems.map(({ operation, code }) => `${operation} ${code}`));

  it("the brake also judges the second listing, when the cloud knows none of the listed keys", async () => {
    await connectWorldAccount(emulators, worldAccount(emulators, "Payments prod"), { regions: ["cn-hangzhou"] });
    await drain();
    const held = (await rows()).length;
    // A page of the emulated cloud holds ten keys.
    const pages = Math.floor(held / 10) + 1;
    const { faults } = emulators.clouds.alibaba;
    faults.add({ operation: "DescribeKey", fault: { kind: "refuse", code: "Forbidden.KeyNotFound" } });
    faults.add({ operation: "ListKeys", nth: pages + 1, fault: { kind: "rewrite", rewrite: (body) => ({ ...body, Keys: { Key: [] }, TotalCount: 0 }) } });
    expect(await readAgain()).toEqual(["held"]);
    expect((await rows()).filter(({ presence }) => presence === "present")).toHaveLength(held);
  });

  it("a list of aliases that ends before its total leaves them unknown, and not empty", async () => {
    await connectWorldAccount(emulators, worldAccount(emulators, "Payments prod"), { regions: ["cn-hangzhou"] });
    await drain();
    const named = (await rows()).filter(({ aliases }) => aliases?.length);
    emulators.clouds.alibaba.faults.add({ operation: "ListAliases", page: "2", fault: { kind: "drop-page" } });
    expect(await readAgain()).toEqual(["read"]);
    const after = await rows();
    expect(after.filter(({ keyId, aliases }) => aliases?.length === 0 && named.some((one) => one.keyId === keyId))).toEqual([]);
    expect(after.filter(({ absent }) => absent.aliases === "failed")).toHaveLength(after.length);
    expect(await problems()).toContain("ListAliases list_short");
  });

  it("a list of tags that ends before its total leaves them unknown, and not empty", async () => {
    const account = worldAccount(emulators, "Core infra");
    await connectWorldAccount(emulators, account, { regions: [account.regions[0]] });
    await drain();
    const tagged = (await rows()).filter(({ tags }) => Object.keys(tags ?? {}).length > 0);
    emulators.clouds.huawei.faults.add({
      operation: "resource_instances",
      page: "10",
      fault: { kind: "rewrite", rewrite: (body) => ({ ...body, resources: [] }) },
    });
    expect(await readAgain()).toEqual(["read"]);
    const after = new Map((await rows()).map((row) => [row.keyId, row]));
    expect(tagged.length).toBeGreaterThan(0);
    for (const { keyId } of tagged) expect(after.get(keyId)?.absent.tags, keyId).toBe("failed");
    expect(await problems()).toContain("resource_instances list_short");
  });

  it("an alias deleted while the aliases are listed costs no other key its own", async () => {
    await connectWorldAccount(emulators, worldAccount(emulators, "Payments prod"), { regions: ["cn-hangzhou"] });
    await drain();
    const account = worldAccount(emulators, "Payments prod");
    const [first, ...others] = account.keys.filter(({ region, facts }) => region === "cn-hangzhou" && facts.aliases.length > 0);
    if (!first) throw new Error("no key with an alias");
    const { alias, aliases } = first.facts;
    emulators.clouds.alibaba.faults.add({
      operation: "ListAliases",
      page: "2",
      times: 1,
      fault: { kind: "run", run: () => Object.assign(first.facts, { alias: null, aliases: [] }) },
    });
    expect(await readAgain()).toEqual(["read"]);
    const stored = new Map((await rows()).map((row) => [row.keyId, row.aliases?.toSorted()]));
    for (const { keyId, facts } of others) expect(stored.get(keyId), keyId).toEqual(facts.aliases.toSorted());
    Object.assign(first.facts, { alias, aliases });
  });

  it("three refused keys in a row do not speak for the others once one was answered", async () => {
    const account = worldAccount(emulators, "Core infra");
    await connectWorldAccount(emulators, account, { regions: [account.regions[0]] });
    await drain();
    const asked = (await rows())
      .filter(({ absent, presence }) => presence === "present" && absent.rotationIntervalDays === undefined)
      .map(({ keyId }) => keyId);
    const denied = asked.slice(1, 9);
    for (const keyId of denied) emulators.clouds.huawei.faults.add({ operation: "get-key-rotation-status", keyId, fault: { kind: "deny" } });
    await readAgain();
    const shown = (await rows()).filter(({ keyId, absent }) => asked.includes(keyId) && absent.rotationIntervalDays === "denied").map(({ keyId }) => keyId);
    expect(shown.filter((keyId) => !denied.includes(keyId))).toEqual([]);
  });
});
