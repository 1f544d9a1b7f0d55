import { dayEnd, dayStart } from "../model/zone-days.ts";
import { INSTANT } from "./bound.ts";
import { type BoundEnd, dayOfBound } from "./day-of-bound.ts";
import type { Bound, Filter, FilterValue } from "./query.ts";

type Range = Extract<FilterValue, { kind: "range" }>;

const EDGES = { from: dayStart, to: dayEnd } as const;

/**
 * A day that somebody means in their own zone, as a link says it: the moment where it begins or ends, so that the link shows everybody the same rows. Where it
 * is the day of UTC too it stays a day.
 */
export function boundOfDay(day: string, end: BoundEnd, zone: string): Bound {
  const [here, utc] = [EDGES[end](day, zone), EDGES[end](day, "UTC")];
  const at = new Date(here).toISOString().replace(".000Z", "Z");
  // The first and the last days that can be written have no such moment.
  return here === utc || !INSTANT.test(at) ? { kind: "day", day } : { kind: "instant", at };
}

/** Days that were chosen or typed in a zone as the link says them. Filters without such days come back as they are. */
export const settleDays = (filter: Filter, zone: string): Filter =>
  withBounds(filter, zone, (bound, end) => (bound?.kind === "day" ? boundOfDay(bound.day, end, zone) : bound));

/** The other way: what a link says, with days where they are whole in the zone, for an editor of days. A day of UTC that is none here becomes its moments. */
export const daysInZone = (filter: Filter, zone: string): Filter =>
  withBounds(filter, zone, (bound, end) => {
    const day = bound && dayOfBound(bound, end, zone);
    if (day) return { kind: "day", day };
    return bound?.kind === "day" ? { kind: "instant", at: new Date(EDGES[end](bound.day, "UTC")).toISOString().replace(".000Z", "Z") } : bound;
  });

function withBounds(filter: Filter, zone: string, turn: (bound: Bound | null, end: BoundEnd) => Bound | null): Filter {
  if (zone === "UTC") return filter;
  const turned = (range: Range): Range => ({ kind: "range", from: turn(range.from, "from"), to: turn(range.to, "to") });
  return { ...filter, values: filter.values.map((value) => (value.kind === "range" ? turned(value) : value)) };
}
