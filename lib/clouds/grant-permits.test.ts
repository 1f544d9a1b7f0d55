import fc from "fast-check";
import { expect, test } from "vitest";
import { grantPermits, type PermitWish } from "./grant-permits.ts";
import type { Entry } from "./ledger.ts";

const wish = (holder: string, more: Partial<PermitWish> = {}): PermitWish => ({
  holder,
  permits: 1,
  wants: 1,
  running: 0,
  slots: 5,
  leaseMs: 100,
  apartMs: 0,
  rates: [{ most: 1_000, windowMs: 1_000 }],
  ...more,
});

test("calls in flight of all processes together never pass what the place allows, and nobody waits for ever", () => {
  const steps = fc.array(fc.record({ who: fc.integer({ min: 0, max: 3 }), wants: fc.integer({ min: 0, max: 8 }), ends: fc.nat(5) }), { maxLength: 60 });
  fc.assert(
    fc.property(steps, (taken) => {
      let place: Entry = {};
      const running = [0, 0, 0, 0];
      for (const { who, wants, ends } of taken) {
        running[who] = Math.max(0, (running[who] ?? 0) - ends);
        const want = Math.min(5, (running[who] ?? 0) + wants);
        const { entries, value } = grantPermits([place], wish(`p${who}`, { permits: wants, wants: want, running: running[who] ?? 0 }), 0);
        place = entries[0] ?? {};
        running[who] = (running[who] ?? 0) + value.starts.length;
        expect(running.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(5);
      }
    }),
    { seed: 3, numRuns: 300 },
  );
});

test("one alone gets all, and gives to the others as its calls end", () => {
  const alone = grantPermits([{}], wish("a", { permits: 5, wants: 5 }), 0);
  expect(alone.value).toMatchObject({ held: 5, isContended: false });
  const waits = grantPermits(alone.entries, wish("b", { permits: 5, wants: 5 }), 10);
  expect(waits.value).toMatchObject({ held: 0, starts: [] });
  const shares = grantPermits(waits.entries, wish("a", { permits: 5, wants: 5, running: 2 }), 20);
  expect(shares.value).toMatchObject({ held: 2, starts: [], isContended: true });
  expect(grantPermits(shares.entries, wish("b", { permits: 5, wants: 5 }), 30).value).toMatchObject({ held: 3 });
});

test("what a dead process held is free when its lease is over, and what an idle one held at once", () => {
  const { entries } = grantPermits([{}], wish("a", { permits: 5, wants: 5 }), 0);
  expect(grantPermits(entries, wish("b", { permits: 5, wants: 5 }), 99).value.held).toBe(0);
  expect(grantPermits(entries, wish("b", { permits: 5, wants: 5 }), 101).value.held).toBe(5);
  const idle = grantPermits(entries, wish("a", { permits: 0, wants: 0 }), 1);
  expect(idle.entries[0]?.holders).toEqual({});
});

test("a place that rests starts nothing before", () => {
  expect(grantPermits([{ restsUntil: 70 }], wish("a", { permits: 2, wants: 2 }), 5).value.starts).toEqual([70, 70]);
});

test("what was dated before the clock was set back holds nobody up", () => {
  const jumped = 3_600_000;
  const place: Entry = { holders: { dead: { held: 5, wants: 5, until: jumped + 100 } }, restsUntil: jumped + 500 };
  expect(grantPermits([place], wish("a", { permits: 1, wants: 1 }), 10).value).toMatchObject({ held: 1, starts: [10] });
  expect(grantPermits([{ restsUntil: 60_000 }], wish("a"), 10).value.starts).toEqual([60_000]);
});

test("a start that nobody used is free again at once, and one that was used late counts from then", () => {
  const rates = [{ most: 2, windowMs: 1_000 }];
  const { entries, value } = grantPermits([{}], wish("a", { permits: 2, wants: 5, rates }), 100);
  expect(value.starts).toEqual([100, 100]);
  const again = (misused: readonly { start: number; usedAt: number | null }[]) =>
    grantPermits(entries, wish("a", { permits: 2, wants: 5, rates, misused: [misused] }), 300).value.starts;
  expect(again([])).toEqual([1_100, 1_100]);
  expect(again([{ start: 100, usedAt: null }])).toEqual([300, 1_100]);
  expect(again([{ start: 100, usedAt: 250 }])).toEqual([1_100, 1_250]);
  const pruned = { start: 7, usedAt: null };
  expect(again([pruned])).toEqual([1_100, 1_100]);
});

test("a budget that is only told of a start is written, one that is not touched is not", () => {
  const credential: Entry = { starts: [50, 60] };
  const told = (misused: { start: number; usedAt: null }[]) =>
    grantPermits([{}, credential], wish("a", { permits: 0, wants: 0, rates: [0, 0].map(() => ({ most: 2, windowMs: 1_000 })), misused: [[], misused] }), 70)
      .entries[1];
  expect(told([])).toBe(credential);
  expect(told([{ start: 60, usedAt: null }])).toEqual({ starts: [50] });
});

test("beside others windows are longer, by as much as their clocks may be apart", () => {
  const rates = [{ most: 1, windowMs: 1_000 }];
  const ask = (holders: Entry["holders"]) => grantPermits([{ starts: [100], holders }], wish("a", { rates, apartMs: 30 }), 200).value.starts;
  expect(ask({})).toEqual([1_100]);
  expect(ask({ b: { held: 1, wants: 1, until: 250 } })).toEqual([1_130]);
});
