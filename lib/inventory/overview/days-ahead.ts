import type { DayCount, OtherDays } from "../../model/overview.ts";
import { ABSENT_REASONS } from "../../model/vocabulary.ts";
import { zoneDay } from "../../model/wall-clock.ts";
import { addToDay, dayStart } from "../../model/zone-days.ts";
import type { Timed } from "../../store/keys/count-times.ts";
import { writtenDays } from "./written-days.ts";

/** How many days the calendar shows, today the first. */
export const DAYS_AHEAD = 90;

/** Keys by the day of one of their times in a zone: the coming days that have any, and all others beside them. */
export function daysAhead(
  times: readonly { at: Timed; n: number }[],
  { field, now, zone }: { field: "deletes" | "expires"; now: Date; zone: string },
): { days: DayCount[]; others: OtherDays } {
  const today = zoneDay(now.getTime(), zone);
  const edges = Array.from({ length: DAYS_AHEAD + 1 }, (_, days) => dayStart(addToDay(today, days), zone));
  const sums = new Map<number | string, number>();
  for (const { at, n } of times) {
    const ms = at.at;
    // 0 is before today, 1 today.
    const key = ms === null ? (at.absent ?? "none") : edges.filter((edge) => edge <= ms).length;
    sums.set(key, (sums.get(key) ?? 0) + n);
  }
  const query = (from: string | null, to: string | null) => `${field}=${writtenDays(from, to, zone)}`;
  const days = Array.from({ length: DAYS_AHEAD }, (_, i): DayCount => {
    const day = addToDay(today, i);
    return { day, count: sums.get(i + 1) ?? 0, query: query(day, day) };
  });
  return {
    days: days.filter(({ count }) => count > 0),
    others: {
      past: sums.get(0) ?? 0,
      pastQuery: query(null, addToDay(today, -1)),
      later: sums.get(DAYS_AHEAD + 1) ?? 0,
      laterQuery: query(addToDay(today, DAYS_AHEAD), null),
      absent: ["none", ...ABSENT_REASONS].flatMap((value) => (sums.has(value) ? [{ value, count: sums.get(value) ?? 0 }] : [])),
    },
  };
}
