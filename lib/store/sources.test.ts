import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { ReadKey } from "../model/reading.ts";
import type { Scope } from "../model/scope.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { claimDiscovery, readAccount, readAccounts } from "./accounts.ts";
import { database, withTransaction } from "./database.ts";
import { failSource } from "./end-reading.ts";
import { bumpRevision, readRevision } from "./revision.ts";
import { accounts, changes, keyDetails, keys, sources } from "./schema.ts";
import { claimSource, heartbeat, LeaseLost } from "./source-lease.ts";
import { queueSources, readSources } from "./sources.ts";
import { swapSource } from "./swap-source.ts";
import type { Listing } from "./swap/listing.ts";
import { DATABASE_KINDS, useTestDatabase } from "./test-database.ts";
import { addAccount } from "./testing/add-account.ts";

const NOW = "2026-11-22T06:00:00.000Z";
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

describe.each(DATABASE_KINDS)("sources and their keys (%s)", (kind) => {
  useTestDatabase(kind);

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
