import fc from "fast-check";
import { expect, test } from "vitest";
import { CloudError, type FailureKind } from "../model/problem.ts";
import { PACE, type Pace } from "./pace.ts";
import { retryAfterMs, retryPause } from "./retry-pause.ts";

const pace: Pace = { ...PACE, perSourcePerSecond: 10, perSourceInFlight: 5, perCredentialPerSecond: null };
const failure = (kind: FailureKind, more: { code?: string; status?: number; isOnceMore?: boolean } = {}) =>
  new CloudError({ kind, operation: "Ask", code: "x", message: "x", ...more });

test("after a throttle nobody comes back before the floor, nor before the time that the cloud asks for, and not all at once", () => {
  const at = fc.record({
    tried: fc.integer({ min: 1, max: 3 }),
    random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    asked: fc.option(fc.nat(9_000)),
  });
  fc.assert(
    fc.property(at, ({ tried, random, asked }) => {
      const pause = retryPause(failure("throttled"), tried, { pace, retryAfterMs: asked, random: () => random }) ?? -1;
      expect(pause).toBeGreaterThanOrEqual(Math.max(pace.throttleFloorMs, asked ?? 0));
      expect(pause).toBeLessThanOrEqual(Math.max(pace.pauseCapMs, asked ?? 0));
    }),
    { seed: 3, numRuns: 500 },
  );
  const [early, late] = [0, 0.99].map((random) => retryPause(failure("throttled"), 2, { pace, retryAfterMs: null, random: () => random }) ?? 0);
  expect((late ?? 0) - (early ?? 0)).toBeGreaterThan(pace.throttleFloorMs / 2);
});

test("a fault that passes is tried again within a doubling time, with full jitter", () => {
  for (const [tried, most] of [
    [1, 200],
    [2, 400],
    [3, 800],
  ] as const) {
    expect(retryPause(failure("unavailable"), tried, { pace, retryAfterMs: null, random: () => 0 })).toBe(0);
    expect(retryPause(failure("unavailable"), tried, { pace, retryAfterMs: null, random: () => 1 })).toBe(most);
  }
  expect(retryPause(failure("unavailable"), pace.tries, { pace, retryAfterMs: null, random: () => 0 })).toBeNull();
});

test("the code says how often, and the status does not", () => {
  const pauseOf = (more: { status: number; isOnceMore?: boolean }, tried: number) =>
    retryPause(failure("unavailable", more), tried, { pace, retryAfterMs: null, random: () => 0.5 });
  for (const status of [200, 400, 403, 408, 500, 503]) {
    for (const tried of [1, 2, 3]) expect(pauseOf({ status }, tried)).not.toBeNull();
    expect(pauseOf({ status, isOnceMore: true }, 1)).not.toBeNull();
    expect(pauseOf({ status, isOnceMore: true }, 2)).toBeNull();
  }
});

test.each([
  ["a refused credential", failure("auth")],
  ["nonsense", failure("protocol")],
  ["our own breaker", failure("unavailable", { code: "circuit_open" })],
  ["what is no cloud's failure", new Error("x")],
])("%s is not asked for twice", (_, error) => {
  expect(retryPause(error, 1, { pace, retryAfterMs: null, random: () => 0.5 })).toBeNull();
});

test("Retry-After comes in seconds or as a date", () => {
  const now = new Date("2026-11-22T06:00:00Z");
  expect(retryAfterMs("7", now)).toBe(7_000);
  expect(retryAfterMs("Sun, 22 Nov 2026 06:00:03 GMT", now)).toBe(3_000);
  expect(retryAfterMs("Sun, 22 Nov 2026 05:00:00 GMT", now)).toBe(0);
  expect(retryAfterMs("soon", now)).toBeNull();
});
