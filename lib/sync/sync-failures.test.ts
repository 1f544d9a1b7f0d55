import { eq, like, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { removeKey } from "#emulators/index.ts";
import { editAccount } from "../accounts/edit-account.ts";
import { getAccount } from "../accounts/list-accounts.ts";
import { Refusal } from "../model/refusal.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { database } from "../store/database.ts";
import { changes, ledger, sources } from "../store/schema.ts";
import { claimSource, heartbeat, LeaseLost } from "../store/source-lease.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { endBadly } from "./end-claim.ts";
import { requestSync } from "./request-sync.ts";
import { runClaim } from "./run-claim.ts";
import { REGION, useOneSource } from "./testing/one-source.ts";
import { drain, storedRows } from "./testing/sync-world.ts";

describe("when a reading meets trouble", { timeout: 60_000 }, () => {
  useTestDatabase();
  const one = useOneSource();

  test("a source that fails keeps its old keys and says why", async () => {
    const before = await storedRows();
    one.faults.add({ operation: "ListKeys", page: "3", fault: { kind: "unavailable" } });
    expect(await one.readAgain()).toEqual(["failed"]);
    expect(await storedRows()).toEqual(before);
    expect(await one.source()).toMatchObject({
      outcome: "failed",
      held: before.size,
      problem: { operation: "ListKeys", code: expect.any(String), requestId: expect.any(String) },
    });
    one.faults.clear();
    expect(await one.readAgain()).toEqual(["read"]);
    expect(await one.source()).toMatchObject({ outcome: "read", problem: null });
  });

  test.each([["html"], ["cut"], ["empty"]] as const)("an answer that is no listing (%s) is never taken for no keys", async (kind) => {
    const before = await storedRows();
    one.faults.add({ operation: "ListKeys", fault: { kind } });
    expect(await one.readAgain()).toEqual(["failed"]);
    expect(await storedRows()).toEqual(before);
  });

  test("a refused describe keeps the key, with the reason in its cells, in coverage and in history", async () => {
    const key = one.keys().find(({ facts, absent, denied }) => facts.rotation === "on" && !absent.rotation && denied.length === 0);
    one.faults.add({ operation: "DescribeKey", keyId: key?.keyId, fault: { kind: "deny" } });
    expect(await one.readAgain()).toEqual(["read"]);
    const row = (await storedRows()).get(key?.keyId ?? "");
    expect(row).toMatchObject({
      presence: "present",
      state: null,
      spec: null,
      describedAt: null,
      absent: { state: "denied", rotation: "denied" },
      notes: { state: expect.any(String) },
    });
    expect(row?.absent.alias).toBeUndefined();
    const described = (await one.source())?.problems.filter(({ operation }) => operation === "DescribeKey");
    expect(described?.[0]).toMatchObject({ region: REGION, code: row?.notes.state, requestId: expect.any(String) });
    const [change] = await database().select().from(changes).where(eq(changes.field, "state"));
    expect(change).toMatchObject({ before: { value: key?.facts.state }, after: { absent: "denied" }, operation: "DescribeKey" });
  });

  test("a sweep that fails darkens its own columns only", async () => {
    one.calls.clear();
    one.faults.add({ operation: "ListTagResources", fault: { kind: "deny" } });
    expect(await one.readAgain()).toEqual(["read"]);
    for (const row of (await storedRows()).values()) expect([row.absent.tags, row.absent.aliases]).toEqual(["denied", undefined]);
    expect((await one.source())?.problems.filter(({ operation }) => operation === "ListTagResources")).toHaveLength(1);
    expect(one.calls.all().filter(({ operation }) => operation === "ListTagResources").length).toBeLessThan(4);
  });

  test("a cloud that goes down in the middle leaves the known facts", async () => {
    const before = await storedRows();
    one.faults.add({ operation: "DescribeKey", nth: 5, fault: { kind: "unavailable" } });
    expect(await one.readAgain()).toEqual(["failed"]);
    expect(await storedRows()).toEqual(before);
  });

  test("a reader whose lease was taken over writes nothing", async () => {
    const before = await storedRows();
    for (const key of one.keys().slice(0, 2)) removeKey(one.world, key);
    await requestSync(SYSTEM_SCOPE, {});
    const late = await claimSource("late", 4);
    if (!late) throw new Error("nothing to claim");
    await database()
      .update(sources)
      .set({ leaseUntil: new Date(0).toISOString(), queuedAt: new Date().toISOString() });
    const second = await claimSource("second", 4);
    expect(second).toMatchObject({ sourceId: late.sourceId, fence: late.fence + 1 });
    expect(await runClaim(late, new AbortController().signal)).toEqual({ end: "lost" });
    expect(await storedRows()).toEqual(before);
    await expect(heartbeat(late, { done: 0, expected: null, calls: 0, throttled: 0 })).rejects.toThrow(LeaseLost);
  });

  test("a reading that is stopped gives the source back at once", async () => {
    one.faults.add({ operation: "DescribeKey", fault: { kind: "delay", ms: 200 } });
    await requestSync(SYSTEM_SCOPE, {});
    const claim = await claimSource("one", 4);
    if (!claim) throw new Error("nothing to claim");
    const stop = new AbortController();
    const running = runClaim(claim, stop.signal);
    setTimeout(() => stop.abort(new Error("the end")), 300);
    expect(await running).toEqual({ end: "released" });
    expect(await one.source()).toMatchObject({ state: "queued", outcome: "read" });
  });

  test("a hiccup of our own database is tried again soon", async () => {
    await requestSync(SYSTEM_SCOPE, {});
    const claim = await claimSource("one", 4);
    if (!claim) throw new Error("nothing to claim");
    const away = new Refusal("store_unavailable", "The database does not answer, so no cloud is called.");
    const stop = new AbortController();
    expect(await endBadly(claim, away, stop.signal, { calls: 0, throttled: 0 })).toMatchObject({ end: "failed", problem: { code: "store_unavailable" } });
    const dueInMs = Date.parse((await one.source())?.nextDueAt ?? "") - Date.now();
    expect(dueInMs).toBeGreaterThan(0);
    expect(dueInMs).toBeLessThanOrEqual(301_000);
  });

  test("an entry of the ledger that nobody can read stops no place for good", async () => {
    await database()
      .update(ledger)
      .set({ entry: { starts: { 0: 1 }, holders: [] }, version: sql`version + 5` })
      .where(like(ledger.name, "place|%"));
    expect(await one.readAgain()).toEqual(["read"]);
  });

  test("a refused credential rests until a person acts", async () => {
    await editAccount(SYSTEM_SCOPE, one.account.id, { credential: { ...one.world.credential, accessKeySecret: "not-the-right-one" } });
    expect(await getAccount(SYSTEM_SCOPE, one.account.id)).toMatchObject({ problem: { code: expect.any(String) } });
    await database()
      .update(sources)
      .set({ nextDueAt: new Date(0).toISOString() });
    expect(await drain()).toEqual([]);
    expect(await one.readAgain()).toEqual(["failed"]);
    expect((await one.source())?.problem?.message).not.toContain("not-the-right-one");
    await database()
      .update(sources)
      .set({ nextDueAt: new Date(0).toISOString() });
    expect(await drain()).toEqual([]);
    await editAccount(SYSTEM_SCOPE, one.account.id, { credential: one.world.credential });
    expect((await drain()).map(({ end }) => end)).toEqual(["read"]);
    expect(await getAccount(SYSTEM_SCOPE, one.account.id)).toMatchObject({ problem: null });
  });
});
