import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { ReadKey } from "../model/reading.ts";
import type { Scope } from "../model/scope.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { type AccountRow, claimDiscovery, insertAccount, readAccount, readAccounts, restAccount, wakeAccounts } from "./accounts.ts";
import { database, withTransaction } from "./database.ts";
import { failSource } from "./end-reading.ts";
import { bumpRevision, readRevision } from "./revision.ts";
import { accounts, changes, keyDetails, keys, sources } from "./schema.ts";
import { claimSource, heartbeat, LeaseLost, releaseClaim } from "./source-lease.ts";
import { insertSources, queueSources, readSources } from "./sources.ts";
import { swapSource } from "./swap-source.ts";
import type { Listing } from "./swap/listing.ts";
import { DATABASE_KINDS, useTestDatabase } from "./test-database.ts";

const NOW = "2026-11-22T06:00:00.000Z";
const account = (id: string, groups: string[] = []): AccountRow => ({
  id,
  cloud: "alibaba",
  name: `Account ${id}`,
  regions: null,
  groups,
  endpoints: {},
  projects: {},
  limits: { perSecond: null, inFlight: null },
  cloudAccount: "42",
  principal: null,
  identifiedAt: null,
  credentialType: "t",
  credentialHint: "",
  credentialSetAt: NOW,
  problem: null,
  discovered: null,
  discoveryProblem: null,
  discoveryTriedAt: NOW,
  credentialName: null,
  restsSince: null,
  createdAt: NOW,
});
const readKey = (keyId: string, state: string): ReadKey => ({
  keyId,
  arn: null,
  values: { state, tags: { "a\u0000": "\ud800" } },
  absent: {},
  facts: { state: { operation: "Describe", at: NOW, requestId: "r" } },
  raw: { Describe: { keyId } },
  describedAt: NOW,
});
const listing = (keysRead: ReadKey[], at = NOW): Listing => ({
  place: { cloud: "alibaba", cloudAccount: "42", account: { id: "a", name: "Account a" }, region: "r0", project: null },
  at,
  operation: "List",
  keys: keysRead,
  absentees: [],
  claimed: keysRead.length,
  countMismatch: false,
  problems: [],
  nextSeconds: 3600,
  checks: [],
  about: {},
  onlySpecs: null,
  mayMiss: [],
  cost: { calls: 1, throttled: 0, described: 0, ms: 1, kind: "full" },
});
const progress = { done: 1, expected: 2, calls: 3, throttled: 0 };
const groupScope = (...groups: string[]): Scope => ({ ...SYSTEM_SCOPE, groups });

async function addAccount(id: string, regions: number, groups?: string[]) {
  await insertAccount(database(), account(id, groups));
  await insertSources(
    database(),
    Array.from({ length: regions }, (_, i) => ({ id: `${id}-${i}`, accountId: id, region: `r${i}`, project: null, place: null })),
  );
}

describe.each(DATABASE_KINDS)("sources and their keys (%s)", (kind) => {
  useTestDatabase(kind);

  test("many at once claim each source once, and not more of an account than allowed", async () => {
    await addAccount("a", 6);
    await addAccount("b", 6);
    const claims = (await Promise.all(Array.from({ length: 12 }, (_, i) => claimSource(`worker-${i}`, 100)))).filter((claim) => claim !== undefined);
    expect(new Set(claims.map(({ sourceId }) => sourceId)).size).toBe(claims.length);
    for (let claim = await claimSource("late", 100); claim; claim = await claimSource("late", 100)) claims.push(claim);
    expect(new Set(claims.map(({ sourceId }) => sourceId)).size).toBe(12);
    expect(claims).toHaveLength(12);
    await queueSources(database(), SYSTEM_SCOPE, {});
    await database().update(sources).set({ leaseUntil: null, leaseOwner: null });
    const read = [];
    for (let i = 0; i < 4; i++) read.push(await claimSource("one", 2));
    expect(read).not.toContain(undefined);
    expect(await claimSource("one", 2)).toBeUndefined();
    // One whose cloud answers nothing takes nobody's place.
    expect(await claimSource("one", 2, [read[0]?.sourceId ?? ""])).toBeDefined();
    expect(await claimSource("one", 2, [read[0]?.sourceId ?? ""])).toBeUndefined();
  });

  test("what is asked for comes before what is due, and accounts that rest only come when asked for", async () => {
    await addAccount("a", 3);
    await database()
      .update(sources)
      .set({ queuedAt: null, nextDueAt: new Date(0).toISOString() });
    await queueSources(database(), SYSTEM_SCOPE, { accountId: "a", region: "r2" });
    expect((await claimSource("w", 9))?.region).toBe("r2");
    // Whoever asks without end does not keep the others waiting for ever.
    await queueSources(database(), SYSTEM_SCOPE, { accountId: "a", region: "r0" });
    expect((await claimSource("w", 9, [], true))?.region).toBe("r1");
    await database().update(sources).set({ queuedAt: null });
    const problem = { operation: "o", code: "c", message: "m", requestId: null, at: NOW };
    await restAccount("a", problem);
    expect(await claimSource("w", 9)).toBeUndefined();
    await wakeAccounts(database(), ["a"]);
    expect((await claimSource("w", 9))?.region).toBe("r0");
  });

  test("what is merely due is light; what is asked for is full where it is small, wished so, or wished so before", async () => {
    await addAccount("a", 1);
    const at = (change: Partial<typeof sources.$inferInsert>) =>
      database()
        .update(sources)
        .set({ queuedAt: null, leaseOwner: null, leaseUntil: null, ...change });
    const claimed = async () => {
      const claim = await claimSource("w", 9);
      return [claim?.isAsked, claim?.isFull];
    };
    expect(await claimed()).toEqual([true, true]);
    for (const [held, wishes, expected] of [
      [50, [false], [true, true]],
      [51, [false], [true, false]],
      [51, [true], [true, true]],
      [51, [true, false], [true, true]],
      [51, [], [false, false]],
    ] as const) {
      await at({ held, nextDueAt: new Date(0).toISOString() });
      for (const full of wishes) await queueSources(database(), SYSTEM_SCOPE, { full });
      expect(await claimed()).toEqual(expected);
    }
  });

  test("a reading that was to describe every key and is given back still is, though somebody asked for less meanwhile", async () => {
    await addAccount("a", 1);
    await database().update(sources).set({ held: 51 });
    await queueSources(database(), SYSTEM_SCOPE, { full: true });
    const claim = await claimSource("w", 9);
    if (!claim) throw new Error("no claim");
    await queueSources(database(), SYSTEM_SCOPE, {});
    await releaseClaim(claim);
    expect(await claimSource("w", 9)).toMatchObject({ isAsked: true, isFull: true });
  });

  test("a swap writes what changed and nothing else, and keeps the history", async () => {
    await addAccount("a", 1);
    const read = async (keysRead: ReadKey[], at?: string) => {
      await queueSources(database(), SYSTEM_SCOPE, {});
      const claim = await claimSource("w", 9);
      if (!claim) throw new Error("no claim");
      return swapSource(claim, listing(keysRead, at));
    };
    const many = Array.from({ length: 1203 }, (_, i) => readKey(`k${i}`, "enabled"));
    expect(await read(many)).toEqual({ written: 1203, changes: 0, held: 1203 });
    expect([await database().$count(keys), await database().$count(keyDetails)]).toEqual([1203, 1203]);
    const later = "2026-11-22T07:00:00.000Z";
    expect(await read(many.with(7, readKey("k7", "disabled")), later)).toEqual({ written: 1, changes: 1, held: 1203 });
    expect(await database().select().from(changes)).toMatchObject([
      { field: "state", before: { value: "enabled" }, after: { value: "disabled" }, at: later, operation: "Describe" },
    ]);
    expect(await readSources(SYSTEM_SCOPE)).toMatchObject([{ state: "idle", outcome: "read", lastReadAt: later, held: 1203, claimed: 1203, problem: null }]);
  });

  test("who lost the lease can neither swap nor fail nor prolong", async () => {
    await addAccount("a", 1);
    const late = await claimSource("late", 9);
    if (!late) throw new Error("no claim");
    await database()
      .update(sources)
      .set({ leaseUntil: new Date(0).toISOString() });
    const second = await claimSource("second", 9);
    const problem = { account: "a", region: "r0", operation: "o", code: "c", message: "m", requestId: null, at: NOW };
    await expect(swapSource(late, listing([readKey("k", "enabled")]))).rejects.toThrow(LeaseLost);
    await expect(failSource(late, { outcome: "failed", problem, retrySeconds: 1 })).rejects.toThrow(LeaseLost);
    await expect(heartbeat(late, progress)).rejects.toThrow(LeaseLost);
    expect(await database().$count(keys)).toBe(0);
    if (!second) throw new Error("no second claim");
    await heartbeat(second, progress);
    await failSource(second, { outcome: "failed", problem, retrySeconds: 60 });
    await expect(heartbeat(second, progress)).rejects.toThrow(LeaseLost);
    expect(await readSources(SYSTEM_SCOPE)).toMatchObject([{ state: "idle", outcome: "failed", problem, done: 1, expected: 2 }]);
  });

  test("each asker sees the sources of their groups, and queues no others", async () => {
    await addAccount("a", 1, ["red", "blue"]);
    await addAccount("b", 2, ["green"]);
    await addAccount("c", 1);
    expect((await readSources(groupScope("blue", "none"))).map(({ id }) => id)).toEqual(["a-0"]);
    expect((await readAccounts(groupScope("green", "red"))).map(({ id }) => id)).toEqual(["a", "b"]);
    expect(await readSources(groupScope())).toEqual([]);
    expect(await readAccount(groupScope("green"), "a")).toBeUndefined();
    await database().update(sources).set({ queuedAt: null });
    expect(await queueSources(database(), groupScope("green"), {})).toEqual({ queued: 2, accountIds: ["b"] });
    expect((await readSources(SYSTEM_SCOPE, eq(sources.accountId, "a")))[0]?.state).toBe("idle");
  });

  test("each of many changes counts, and discovery is done by one", async () => {
    await bumpRevision(database());
    const before = await readRevision();
    await Promise.all(Array.from({ length: 20 }, () => withTransaction((tx) => bumpRevision(tx))));
    expect(await readRevision()).toBe(before + 20);
    await addAccount("a", 1);
    await database().update(accounts).set({ discoveryTriedAt: sql`now() - interval '2 hours'` });
    const claimed = await Promise.all(Array.from({ length: 8 }, () => claimDiscovery(60)));
    expect(claimed.filter((id) => id !== null)).toEqual(["a"]);
  });
});
