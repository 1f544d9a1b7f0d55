import type { Bound } from "./query.ts";

const HOUR_MS = 3_600_000;
const UNIT_MS = { h: HOUR_MS, d: 24 * HOUR_MS, w: 168 * HOUR_MS };

/** A range as instants in milliseconds, both ends included; null where it is open. A day begins with its first millisecond and ends with its last. */
export function resolveRange(range: { from: Bound | null; to: Bound | null }, now: Date): { fromMs: number | null; toMs: number | null } {
  return { fromMs: range.from && instant(range.from, now, 0), toMs: range.to && instant(range.to, now, UNIT_MS.d - 1) };
}

function instant(bound: Bound, now: Date, dayOffsetMs: number): number {
  if (bound.kind === "relative") return now.getTime() + bound.amount * UNIT_MS[bound.unit];
  return bound.kind === "instant" ? Date.parse(bound.at) : Date.parse(`${bound.day}T00:00:00Z`) + dayOffsetMs;
}
