import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReadKey } from "../../model/reading.ts";
import type { Absentee, Listing } from "./listing.ts";
import { type HeldKey, planSwap, type SwapPlan } from "./plan-swap.ts";

const IDS = ["a", "b", "c", "d", "e", "f"];
const readKey = (keyId: string, state: string): ReadKey => ({ keyId, arn: null, values: { state }, absent: {}, facts: {}, raw: {}, describedAt: null });
const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();

function listing(n: number, keys: ReadKey[], absentees: Absentee[]): Listing {
  const place = { cloud: "alibaba", cloudAccount: "1", account: { id: "acc", name: "A" }, region: "r", project: null } as const;
  const cost = { calls: 1, throttled: 0, described: 0, ms: 1, kind: "full" } as const;
  const whole = { claimed: keys.length, countMismatch: false, problems: [], nextSeconds: 60, checks: [], about: {}, onlySpecs: null, mayMiss: [], cost };
  return { place, at: at(n), operation: "List", keys, absentees, ...whole };
}

function applied(held: ReadonlyMap<string, HeldKey>, plan: SwapPlan): Map<string, HeldKey> {
  const after = new Map(held);
  for (const { row, missedListings } of plan.writes) after.set(row.keyId, { row, missedListings });
  return after;
}

/** One refresh: what is listed, and how the cloud answers for each key that is not. */
const refresh = fc.record({
  listed: fc.subarray(IDS),
  states: fc.array(fc.constantFrom("enabled", "disabled"), { minLength: IDS.length, maxLength: IDS.length }),
  answers: fc.array(fc.constantFrom("not-found", "found", "none"), { minLength: IDS.length, maxLength: IDS.length }),
});

describe("planSwap", () => {
  test("over any history: presence follows the rules, tombstones stay, and only what differs is written", () => {
    fc.assert(
      fc.property(fc.array(refresh, { maxLength: 12 }), (history) => {
        let held = new Map<string, HeldKey>();
        const missed = new Map<string, number>();
        for (const [n, { listed, states, answers }] of history.entries()) {
          const before = held;
          const absentees = [...held.values()]
            .filter(({ row }) => row.presence !== "gone" && !listed.includes(row.keyId))
            .map(({ row }): Absentee => {
              const i = IDS.indexOf(row.keyId);
              if (answers[i] === "found") return { answer: "found", keyId: row.keyId, key: readKey(row.keyId, states[i] ?? "") };
              return answers[i] === "none" ? { answer: "none", keyId: row.keyId } : { answer: "not-found", keyId: row.keyId, operation: "Describe" };
            });
          const order = listing(
            n,
            listed.map((id) => readKey(id, states[IDS.indexOf(id)] ?? "")),
            absentees,
          );
          const plan = planSwap(held, n ? at(n - 1) : null, order);
          held = applied(held, plan);
          expect(planSwap(held, at(n), { ...order, absentees: [] }).writes).toEqual([]);
          expect(plan.held).toBe([...held.values()].filter(({ row }) => row.presence !== "gone").length);
          for (const [keyId, { row }] of held) {
            const was = before.get(keyId)?.row;
            const answer = absentees.find((one) => one.keyId === keyId)?.answer;
            missed.set(keyId, answer === "none" ? (missed.get(keyId) ?? 0) + 1 : 0);
            const lost = answer === "not-found" || (missed.get(keyId) ?? 0) >= 2;
            expect(row.presence).toBe(listed.includes(keyId) ? "present" : was?.presence === "gone" || lost ? "gone" : "missing");
            expect(row.goneAt !== null).toBe(row.presence === "gone");
            expect(row.firstSeenAt).toBe(was?.firstSeenAt ?? at(n));
            if (row.presence === "gone") expect(row.state).toBe(was?.state);
            if (was && was.state !== row.state)
              expect(plan.changes).toContainEqual(
                expect.objectContaining({ ref: row.ref, field: "state", before: { value: was.state }, after: { value: row.state }, at: at(n) }),
              );
            if (was && was.presence !== row.presence) expect(plan.changes).toContainEqual(expect.objectContaining({ ref: row.ref, field: "presence" }));
          }
          for (const keyId of before.keys()) expect(held.has(keyId)).toBe(true);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test("a change of the order of aliases or of members is none; an absent reason is one", () => {
    const first: ReadKey = { ...readKey("a", "enabled"), values: { state: "enabled", aliases: ["x", "y"], tags: { a: "1", b: "2" } } };
    const held = applied(new Map(), planSwap(new Map(), null, listing(0, [first], [])));
    const turned: ReadKey = { ...first, values: { state: "enabled", aliases: ["y", "x"], tags: { b: "2", a: "1" } } };
    expect(planSwap(held, at(0), listing(1, [turned], []))).toMatchObject({ writes: [], changes: [] });
    const { tags: _, ...rest } = turned.values;
    const denied: ReadKey = { ...turned, values: rest, absent: { tags: { reason: "denied", note: "Forbidden" } } };
    expect(planSwap(held, at(0), listing(1, [denied], [])).changes).toMatchObject([
      { field: "tags", before: { value: { a: "1", b: "2" } }, after: { absent: "denied" } },
    ]);
  });
});
