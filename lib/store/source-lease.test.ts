import { describe, expect, test } from "vitest";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { restAccount, wakeAccounts } from "./accounts.ts";
import { database } from "./database.ts";
import { sources } from "./schema.ts";
import { claimSource, releaseClaim } from "./source-lease.ts";
import { queueSources } from "./sources.ts";
import { DATABASE_KINDS, useTestDatabase } from "./test-database.ts";
import { addAccount } from "./testing/add-account.ts";

const NOW = "2026-11-22T06:00:00.000Z";

describe.each(DATABASE_KINDS)("who reads which source next (%s)", (kind) => {
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
});
