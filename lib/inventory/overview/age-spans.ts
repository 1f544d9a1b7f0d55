import type { AgeCount } from "../../model/overview.ts";
import { ABSENT_REASONS } from "../../model/vocabulary.ts";
import type { TimedKeys } from "../../store/keys/count-times.ts";
import { zoneDay } from "../../model/wall-clock.ts";
import { addToDay, dayStart } from "../../model/zone-days.ts";
import { writtenDays } from "./written-days.ts";

/** Whole days, so that the filter of a span lists just its keys: under 30 days, to 90 days, to a year, to 2 and to 5 years, and older. Ascending. */
const ageDays = (now: Date, zone: string): string[] => {
  const today = zoneDay(now.getTime(), zone);
  return [...[5, 2, 1].map((years) => yearsBefore(today, years)), addToDay(today, -90), addToDay(today, -30)];
};

/** 29 February a year before was 1 March. */
function yearsBefore(day: string, years: number): string {
  const date = new Date(day);
  return new Date(Date.UTC(date.getUTCFullYear() - years, date.getUTCMonth(), date.getUTCDate())).toISOString().slice(0, 10);
}

export const ageEdges = (now: Date, zone: string): Date[] => ageDays(now, zone).map((day) => new Date(dayStart(day, zone)));

/** Keys by age, from young to old; every span is there, and those without a time where there are any. */
export function ageCounts(keys: readonly Pick<TimedKeys, "created" | "n">[], now: Date, zone: string): AgeCount[] {
  const edges = ageDays(now, zone);
  const sums = new Map<number | string, number>();
  for (const { created, n } of keys) {
    const key = created.span ?? created.absent ?? "none";
    sums.set(key, (sums.get(key) ?? 0) + n);
  }
  const spans = Array.from({ length: edges.length + 1 }, (_, span): AgeCount => {
    const [first, next] = [edges[span - 1], edges[span]];
    const [from, to] = [first ?? null, next ? addToDay(next, -1) : null];
    return { from, to, absent: null, count: sums.get(span) ?? 0, query: `created=${writtenDays(from, to, zone)}` };
  });
  const without = (["none", ...ABSENT_REASONS] as const).flatMap((absent): AgeCount[] => {
    const count = sums.get(absent) ?? 0;
    return count === 0 ? [] : [{ from: null, to: null, absent, count, query: `created=${absent}` }];
  });
  return [...spans.reverse(), ...without];
}
