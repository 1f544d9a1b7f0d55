import { zoneDay } from "../model/wall-clock.ts";
import type { Bound } from "./query.ts";

export type BoundEnd = "from" | "to";

const DAY_MS = 86_400_000;

/** The day of a zone that begins with the bound `from` or ends with the bound `to`; null for a moment within a day, and for one that moves. */
export function dayOfBound(bound: Bound, end: BoundEnd, zone: string): string | null {
  if (bound.kind === "relative") return null;
  const ofUtc = bound.kind === "day" ? Date.parse(`${bound.day}T00:00:00Z`) + (end === "to" ? DAY_MS - 1 : 0) : Date.parse(bound.at);
  // Between two days lies the last millisecond of one and the first of the next.
  const last = end === "to" ? ofUtc : ofUtc - 1;
  const [before, after] = [zoneDay(last, zone), zoneDay(last + 1, zone)];
  if (before === after) return null;
  return end === "to" ? before : after;
}
