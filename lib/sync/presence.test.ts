import { describe, expect, test } from "vitest";
import { addKey, removeKey } from "#emulators/index.ts";
import { listSources } from "../inventory/list-sources.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { requestSync } from "./request-sync.ts";
import { REGION, useOneSource } from "./testing/one-source.ts";
import { drain, storedRows } from "./testing/sync-world.ts";

const presences = async () => Object.groupBy([...(await storedRows()).values()], ({ presence }) => presence);

describe("keys that leave a listing", { timeout: 60_000 }, () => {
  useTestDatabase();
  const one = useOneSource();

  test("a deleted key is gone at once and stays as a tombstone; when it comes back it is present", async () => {
    const [key] = one.keys();
    if (!key) throw new Error("no key");
    removeKey(one.world, key);
    await one.readAgain();
    const gone = (await storedRows()).get(key.keyId);
    expect(gone).toMatchObject({ presence: "gone", goneAt: expect.any(String), state: key.facts.state, alias: key.facts.alias });
    expect(await one.source()).toMatchObject({ held: one.keys().length });
    one.world.keys.push(key);
    await one.readAgain();
    expect((await storedRows()).get(key.keyId)).toMatchObject({ presence: "present", goneAt: null, firstSeenAt: gone?.firstSeenAt });
  });

  test("a key that the listing lacks and the cloud still knows is missing, however often; without an answer it is gone after the second listing", async () => {
    const [found, unanswered] = one.keys();
    if (!found || !unanswered) throw new Error("no keys");
    const hidden = new Set([found.keyId, unanswered.keyId]);
    one.faults.add({ operation: "ListKeys", fault: { kind: "rewrite", rewrite: (body) => without(body, hidden) } });
    one.faults.add({ operation: "DescribeKey", keyId: unanswered.keyId, fault: { kind: "deny" } });
    for (const presence of ["missing", "gone", "gone"]) {
      await one.readAgain();
      const rows = await storedRows();
      expect([rows.get(found.keyId)?.presence, rows.get(unanswered.keyId)?.presence]).toEqual(["missing", presence]);
    }
    one.faults.clear();
    await one.readAgain();
    expect(Object.keys(await presences())).toEqual(["present"]);
  });

  test("the brake holds a listing that lost too much, until an operator accepts it", async () => {
    const before = await storedRows();
    const leaving = one.keys().slice(0, Math.floor(before.size * 0.4));
    for (const key of leaving) removeKey(one.world, key);
    expect(await one.readAgain()).toEqual(["held"]);
    expect(await storedRows()).toEqual(before);
    expect(await one.source()).toMatchObject({ outcome: "held", problem: { code: "mass-drop" } });
    expect(await one.readAgain()).toEqual(["held"]);
    expect(await one.readAgain({ acceptDrop: true })).toEqual(["read"]);
    expect((await presences()).gone).toHaveLength(leaving.length);
    expect(await one.readAgain()).toEqual(["read"]);
  });

  test("accepting a drop beforehand accepts nothing", async () => {
    await requestSync(SYSTEM_SCOPE, { account: one.account.id, region: REGION, acceptDrop: true });
    for (const key of one.keys().slice(0, 30)) removeKey(one.world, key);
    expect((await drain()).map(({ end }) => end)).toEqual(["held"]);
  });

  test("when the cloud claims more than it lists, twice, new keys come in and none leaves", async () => {
    const before = await storedRows();
    const [lost] = one.keys();
    if (!lost) throw new Error("no key");
    removeKey(one.world, lost);
    const fresh = addKey(one.emulators.world, one.world, { region: REGION, project: null }, { label: "fresh" });
    one.faults.add({ operation: "ListKeys", fault: { kind: "claim", total: before.size + 3 } });
    one.calls.clear();
    expect(await one.readAgain()).toEqual(["read"]);
    const firstPages = one.calls.all().filter(({ operation, page }) => operation === "ListKeys" && (page === null || page === "1"));
    expect(firstPages).toHaveLength(2);
    const rows = await storedRows();
    expect(rows.get(fresh.keyId)?.presence).toBe("present");
    expect(rows.get(lost.keyId)?.presence).toBe("present");
    expect(await one.source()).toMatchObject({
      outcome: "read",
      countMismatch: true,
      problems: expect.arrayContaining([expect.objectContaining({ code: "count-mismatch" })]),
    });
    const [said] = await listSources(SYSTEM_SCOPE);
    expect(said).toMatchObject({ outcome: "read", held: before.size + 1, claimed: before.size + 3, problem: { code: "count-mismatch" } });
    one.faults.clear();
    expect(await one.readAgain()).toEqual(["read"]);
    expect((await listSources(SYSTEM_SCOPE))[0]).toMatchObject({ problem: null, asked: { kind: "full" } });
  });
});

/** The page without some keys, with a total that fits. */
function without(body: Record<string, unknown>, hidden: ReadonlySet<string>): Record<string, unknown> {
  const rows = (body.Keys as { Key: { KeyId: string }[] }).Key.filter((key) => !hidden.has(key.KeyId));
  return { ...body, Keys: { Key: rows }, TotalCount: Number(body.TotalCount) - hidden.size };
}
