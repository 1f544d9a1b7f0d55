import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addKey, type Emulators, removeKey, startEmulators, type WorldAccount } from "#emulators/index.ts";
import { editAccount } from "../accounts/edit-account.ts";
import { getAccount } from "../accounts/list-accounts.ts";
import type { Account } from "../model/account.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { database } from "../store/database.ts";
import { changes, sources } from "../store/schema.ts";
import { claimSource, heartbeat, LeaseLost } from "../store/source-lease.ts";
import { readSources } from "../store/sources.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { requestSync } from "./request-sync.ts";
import { runClaim } from "./run-claim.ts";
import { allowEmulators, connectWorldAccount, drain, storedRows } from "./testing/sync-world.ts";

const REGION = "cn-hangzhou";
let emulators: Emulators;
let world: WorldAccount;
let account: Account;

/** One account of one region over a fresh world, read once. */
async function readOnce() {
  emulators = await startEmulators({ pageSize: 10 });
  allowEmulators(emulators);
  world = emulators.world.accounts[0] as WorldAccount;
  account = await connectWorldAccount(emulators, world, { regions: [REGION] });
  expect((await drain()).map(({ end }) => end)).toEqual(["read"]);
}

const faults = () => emulators.clouds[world.cloud].faults;
const keysHere = () => world.keys.filter((key) => key.region === REGION);
const source = async () => (await readSources(SYSTEM_SCOPE))[0];
const presences = async () => Object.groupBy([...(await storedRows()).values()], ({ presence }) => presence);

async function readAgain(request: { acceptDrop?: boolean } = {}) {
  await requestSync(SYSTEM_SCOPE, { account: account.id, region: REGION, ...request });
  return (await drain()).map(({ end }) => end);
}

describe("when a reading meets trouble", () => {
  useTestDatabase();
  beforeEach(readOnce);
  afterEach(() => emulators.close());

  test("a source that fails keeps its old keys and says why", async () => {
    const before = await storedRows();
    faults().add({ operation: "ListKeys", page: "3", fault: { kind: "unavailable" } });
    expect(await readAgain()).toEqual(["failed"]);
    expect(await storedRows()).toEqual(before);
    expect(await source()).toMatchObject({ outcome: "failed", held: before.size, problem: { operation: "ListKeys", code: expect.any(String), requestId: expect.any(String) } });
    faults().clear();
    expect(await readAgain()).toEqual(["read"]);
    expect(await source()).toMatchObject({ outcome: "read", problem: null });
  });

  test.each([["html"], ["cut"], ["empty"]] as const)("an answer that is no listing (%s) is never taken for no keys", async (kind) => {
    const before = await storedRows();
    faults().add({ operation: "ListKeys", fault: { kind } });
    expect(await readAgain()).toEqual(["failed"]);
    expect(await storedRows()).toEqual(before);
  });

  test("a refused describe keeps the key, with the reason in its cells, in coverage and in history", async () => {
    const key = keysHere().find(({ facts, absent, denied }) => facts.rotation === "on" && !absent.rotation && denied.length === 0);
    faults().add({ operation: "DescribeKey", keyId: key?.keyId, fault: { kind: "deny" } });
    expect(await readAgain()).toEqual(["read"]);
    const row = (await storedRows()).get(key?.keyId ?? "");
    expect(row).toMatchObject({ presence: "present", state: null, spec: null, describedAt: null, absent: { state: "denied", rotation: "denied" }, notes: { state: expect.any(String) } });
    expect(row?.absent.alias).toBeUndefined();
    const described = (await source())?.problems.filter(({ operation }) => operation === "DescribeKey");
    expect(described?.[0]).toMatchObject({ region: REGION, code: row?.notes.state, requestId: expect.any(String) });
    const [change] = await database().select().from(changes).where(eq(changes.field, "state"));
    expect(change).toMatchObject({ before: { value: key?.facts.state }, after: { absent: "denied" }, operation: "DescribeKey" });
  });

  test("a sweep that fails darkens its own columns only", async () => {
    emulators.clouds[world.cloud].calls.clear();
    faults().add({ operation: "ListTagResources", fault: { kind: "deny" } });
    expect(await readAgain()).toEqual(["read"]);
    for (const row of (await storedRows()).values()) expect([row.absent.tags, row.absent.aliases]).toEqual(["denied", undefined]);
    expect((await source())?.problems.filter(({ operation }) => operation === "ListTagResources")).toHaveLength(1);
    expect(emulators.clouds[world.cloud].calls.all().filter(({ operation }) => operation === "ListTagResources").length).toBeLessThan(4);
  });

  test("a cloud that goes down in the middle leaves the known facts", async () => {
    const before = await storedRows();
    faults().add({ operation: "DescribeKey", nth: 5, fault: { kind: "unavailable" } });
    expect(await readAgain()).toEqual(["failed"]);
    expect(await storedRows()).toEqual(before);
  }, 60_000);

  test("a deleted key is gone at once and stays as a tombstone; when it comes back it is present", async () => {
    const [key] = keysHere();
    if (!key) throw new Error("no key");
    removeKey(world, key);
    await readAgain();
    const gone = (await storedRows()).get(key.keyId);
    expect(gone).toMatchObject({ presence: "gone", goneAt: expect.any(String), state: key.facts.state, alias: key.facts.alias });
    expect(await source()).toMatchObject({ held: keysHere().length });
    world.keys.push(key);
    await readAgain();
    expect((await storedRows()).get(key.keyId)).toMatchObject({ presence: "present", goneAt: null, firstSeenAt: gone?.firstSeenAt });
  });

  test("a key that the listing lacks and the cloud still knows is missing, however often; without an answer it is gone after the second listing", async () => {
    const [found, unanswered] = keysHere();
    if (!found || !unanswered) throw new Error("no keys");
    const hidden = new Set([found.keyId, unanswered.keyId]);
    faults().add({ operation: "ListKeys", fault: { kind: "rewrite", rewrite: (body) => without(body, hidden) } });
    faults().add({ operation: "DescribeKey", keyId: unanswered.keyId, fault: { kind: "deny" } });
    for (const presence of ["missing", "gone", "gone"]) {
      await readAgain();
      const rows = await storedRows();
      expect([rows.get(found.keyId)?.presence, rows.get(unanswered.keyId)?.presence]).toEqual(["missing", presence]);
    }
    faults().clear();
    await readAgain();
    expect(Object.keys(await presences())).toEqual(["present"]);
  });

  test("the brake holds a listing that lost too much, until an operator accepts it", async () => {
    const before = await storedRows();
    const leaving = keysHere().slice(0, Math.floor(before.size * 0.4));
    for (const key of leaving) removeKey(world, key);
    expect(await readAgain()).toEqual(["held"]);
    expect(await storedRows()).toEqual(before);
    expect(await source()).toMatchObject({ outcome: "held", problem: { code: "mass-drop" } });
    expect(await readAgain()).toEqual(["held"]);
    expect(await readAgain({ acceptDrop: true })).toEqual(["read"]);
    expect((await presences()).gone).toHaveLength(leaving.length);
    expect(await readAgain()).toEqual(["read"]);
  });

  test("accepting a drop beforehand accepts nothing", async () => {
    await requestSync(SYSTEM_SCOPE, { account: account.id, region: REGION, acceptDrop: true });
    for (const key of keysHere().slice(0, 30)) removeKey(world, key);
    expect((await drain()).map(({ end }) => end)).toEqual(["held"]);
  });

  test("when the cloud claims more than it lists, twice, new keys come in and none leaves", async () => {
    const before = await storedRows();
    const [lost] = keysHere();
    if (!lost) throw new Error("no key");
    removeKey(world, lost);
    const fresh = addKey(emulators.world, world, { region: REGION, project: null }, { label: "fresh" });
    faults().add({ operation: "ListKeys", fault: { kind: "claim", total: before.size + 3 } });
    emulators.clouds[world.cloud].calls.clear();
    expect(await readAgain()).toEqual(["read"]);
    const firstPages = emulators.clouds[world.cloud].calls.all().filter(({ operation, page }) => operation === "ListKeys" && (page === null || page === "1"));
    expect(firstPages).toHaveLength(2);
    const rows = await storedRows();
    expect(rows.get(fresh.keyId)?.presence).toBe("present");
    expect(rows.get(lost.keyId)?.presence).toBe("present");
    expect(await source()).toMatchObject({ outcome: "read", countMismatch: true, problems: expect.arrayContaining([expect.objectContaining({ code: "count-mismatch" })]) });
  });

  test("a reader whose lease was taken over writes nothing", async () => {
    const before = await storedRows();
    for (const key of keysHere().slice(0, 2)) removeKey(world, key);
    await requestSync(SYSTEM_SCOPE, {});
    const late = await claimSource("late", 4);
    if (!late) throw new Error("nothing to claim");
    await database().update(sources).set({ leaseUntil: new Date(0).toISOString(), queuedAt: new Date().toISOString() });
    const second = await claimSource("second", 4);
    expect(second).toMatchObject({ sourceId: late.sourceId, fence: late.fence + 1 });
    expect(await runClaim(late, new AbortController().signal)).toEqual({ end: "lost" });
    expect(await storedRows()).toEqual(before);
    await expect(heartbeat(late, { done: 0, expected: null, calls: 0, throttled: 0 })).rejects.toThrow(LeaseLost);
  }, 60_000);

  test("a reading that is stopped gives the source back at once", async () => {
    faults().add({ operation: "DescribeKey", fault: { kind: "delay", ms: 200 } });
    await requestSync(SYSTEM_SCOPE, {});
    const claim = await claimSource("one", 4);
    if (!claim) throw new Error("nothing to claim");
    const stop = new AbortController();
    const running = runClaim(claim, stop.signal);
    setTimeout(() => stop.abort(new Error("the end")), 300);
    expect(await running).toEqual({ end: "released" });
    expect(await source()).toMatchObject({ state: "queued", outcome: "read" });
  });

  test("a refused credential rests until a person acts", async () => {
    await editAccount(SYSTEM_SCOPE, account.id, { credential: { ...world.credential, accessKeySecret: "not-the-right-one" } });
    expect(await getAccount(SYSTEM_SCOPE, account.id)).toMatchObject({ problem: { code: expect.any(String) } });
    await database().update(sources).set({ nextDueAt: new Date(0).toISOString() });
    expect(await drain()).toEqual([]);
    expect(await readAgain()).toEqual(["failed"]);
    expect((await source())?.problem?.message).not.toContain("not-the-right-one");
    await database().update(sources).set({ nextDueAt: new Date(0).toISOString() });
    expect(await drain()).toEqual([]);
    await editAccount(SYSTEM_SCOPE, account.id, { credential: world.credential });
    expect((await drain()).map(({ end }) => end)).toEqual(["read"]);
    expect(await getAccount(SYSTEM_SCOPE, account.id)).toMatchObject({ problem: null });
  });
});

/** The page without some keys, with a total that fits. */
function without(body: Record<string, unknown>, hidden: ReadonlySet<string>): Record<string, unknown> {
  const rows = (body.Keys as { Key: { KeyId: string }[] }).Key.filter((key) => !hidden.has(key.KeyId));
  return { ...body, Keys: { Key: rows }, TotalCount: Number(body.TotalCount) - hidden.size };
}
