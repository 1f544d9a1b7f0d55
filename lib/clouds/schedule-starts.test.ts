import fc from "fast-check";
import { expect, test } from "vitest";
import { type Rate, scheduleStarts } from "./schedule-starts.ts";

const RATE = fc.record({ most: fc.integer({ min: 1, max: 6 }), windowMs: fc.integer({ min: 10, max: 300 }) });
const BATCHES = fc.array(
  fc.record({ pause: fc.integer({ min: 0, max: 200 }), count: fc.integer({ min: 0, max: 5 }), uses: fc.subarray([0, 1, 2], { minLength: 1 }) }),
  {
    maxLength: 25,
  },
);

const mostIn = (starts: number[], { windowMs }: Rate) => Math.max(0, ...starts.map((from) => starts.filter((at) => at >= from && at < from + windowMs).length));

test("no window of any rate ever holds more starts than it may, whichever rates a batch draws on", () => {
  fc.assert(
    fc.property(fc.tuple(RATE, RATE, RATE), BATCHES, (rates, batches) => {
      const all: number[][] = [[], [], []];
      const kept: number[][] = [[], [], []];
      let now = 1_000;
      for (const { pause, count, uses } of batches) {
        now += pause;
        const used = uses.map((n) => rates[n] as Rate);
        const { schedules, starts } = scheduleStarts(
          uses.map((n) => kept[n] as number[]),
          used,
          { from: now, count },
        );
        expect(starts.length).toBe(count);
        for (const start of starts) expect(start).toBeGreaterThanOrEqual(now);
        for (const [at, n] of uses.entries()) {
          kept[n] = schedules[at] as number[];
          all[n]?.push(...starts);
        }
      }
      for (const [n, rate] of rates.entries()) expect(mostIn(all[n] ?? [], rate)).toBeLessThanOrEqual(rate.most);
    }),
    { seed: 3, numRuns: 300 },
  );
});

test("a rate is used up: ten at once, and the eleventh when the first leaves the window", () => {
  const { starts } = scheduleStarts([[]], [{ most: 10, windowMs: 1_050 }], { from: 500, count: 12 });
  expect(starts).toEqual([...Array<number>(10).fill(500), 1_550, 1_550]);
});

test("clocks tell fractions: a start leaves its window no sooner for the rounding", () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e7, noNaN: true }), fc.integer({ min: 10, max: 2_000 }), (first, windowMs) => {
      const { starts } = scheduleStarts([[first]], [{ most: 1, windowMs }], { from: first + 0.5, count: 2 });
      expect(starts).toEqual([first + windowMs, first + windowMs + windowMs]);
    }),
    { seed: 3, numRuns: 2_000 },
  );
});
