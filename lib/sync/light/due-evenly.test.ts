import fc from "fast-check";
import { expect, it } from "vitest";
import { dueEvenly } from "./due-evenly.ts";

const HOUR_MS = 3_600_000;

it("lets nothing grow older than allowed, and shares the work among the readings, however old the keys are at first", () => {
  const ages = fc.array(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(ages, fc.integer({ min: 1, max: 24 }), (hours, allowed) => {
      const start = 1_000 * HOUR_MS;
      const at = new Map(hours.map((old, i) => [`k${i}`, start - Math.min(old, allowed - 1) * HOUR_MS]));
      const asked: number[] = [];
      for (let hour = 0; hour < 72; hour++) {
        const now = new Date(start + hour * HOUR_MS);
        const aged = [...at].map(([keyId, told]) => ({ keyId, at: told }));
        const due = dueEvenly(aged, { now, allowedMs: allowed * HOUR_MS, gapMs: HOUR_MS });
        for (const keyId of due) at.set(keyId, now.getTime());
        for (const told of at.values()) expect(now.getTime() + HOUR_MS - told).toBeLessThanOrEqual(allowed * HOUR_MS + 1);
        asked.push(due.length);
      }
      const share = hours.length / allowed;
      expect(Math.max(...asked.slice(48))).toBeLessThanOrEqual(Math.ceil(share) * 2 + 1);
    }),
    { seed: 5, numRuns: 200 },
  );
});

it("asks all of what is allowed to stand for no longer than a period", () => {
  const aged = ["a", "b"].map((keyId) => ({ keyId, at: 0 }));
  expect(dueEvenly(aged, { now: new Date(0), allowedMs: HOUR_MS, gapMs: 2 * HOUR_MS })).toEqual(["a", "b"]);
});
