import type { AgeCount } from "../../model/overview.ts";
import { ABSENT_REASONS } from "../../model/vocabulary.ts";
import type { TimedKeys } from "../../store/keys/count-times.ts";
import { addDays, isoDay } from "./iso-day.ts";

/** Whole days, so that the filter of a span lists just its keys: under 30 days, to 90 days, to a year, to 2 and to 5 years, and older. Ascending. */
export const ageEdges = (now: Date): Date[] => [addDays(now, 0, -5), addDays(now, 0, -2), addDays(now, 0, -1), addDays(now, -90), addDays(now, -30)];

/** Keys by age, from young to old; every span is there, and those without a time where there are any. */
export function ageCounts(keys: readonly Pick<TimedKeys, "created" | "n">[], now: Date): AgeCount[] {
  const edges = ageEdges(now);
  const sums = new Map<number | string, number>();
  for (const { created, n } of keys) {
    const key = created.span ?? created.absent ?? "none";
    sums.set(key, (sums.get(key) ?? 0) + n);
  }
  const spans = Array.from({ length: edges.length + 1 }, (_, span): AgeCount => {
    const [first, next] = [edges[span - 1], edges[span]];
    const [from, to] = [first ? isoDay(first) : null, next ? isoDay(addDays(next, -1)) : null];
    return { from, to, absent: null, count: sums.get(span) ?? 0, query: `created=${from ?? ""}..${to ?? ""}` };
  });
  const without = (["none", ...ABSENT_REASONS] as const).flatMap((absent): AgeCount[] => {
    const count = sums.get(absent) ?? 0;
    return count === 0 ? [] : [{ from: null, to: null, absent, count, query: `created=${absent}` }];
  });
  return [...spans.reverse(), ...without];
}
