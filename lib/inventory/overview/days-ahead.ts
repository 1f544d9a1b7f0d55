import type { DayCount, OtherDays } from "../../model/overview.ts";
import { ABSENT_REASONS } from "../../model/vocabulary.ts";
import type { Timed } from "../../store/keys/count-times.ts";
import { addDays, isoDay } from "./iso-day.ts";

/** How many days the calendar shows, today the first. */
export const DAYS_AHEAD = 90;

/** Keys by the day of one of their times: the coming days that have any, and all others beside them. */
export function daysAhead(times: readonly { at: Timed; n: number }[], now: Date): { days: DayCount[]; others: OtherDays } {
  const [today, end] = [isoDay(now), isoDay(addDays(now, DAYS_AHEAD))];
  const sums = new Map<string, number>();
  for (const { at, n } of times) {
    const day = at.at === null ? null : isoDay(new Date(at.at));
    const key = day === null ? (at.absent ?? "none") : day < today ? "past" : day >= end ? "later" : day;
    sums.set(key, (sums.get(key) ?? 0) + n);
  }
  const words = ["none", ...ABSENT_REASONS];
  return {
    days: [...sums].flatMap(([day, count]) => (/^\d/.test(day) ? [{ day, count }] : [])).sort((a, b) => (a.day < b.day ? -1 : 1)),
    others: {
      past: sums.get("past") ?? 0,
      later: sums.get("later") ?? 0,
      absent: words.flatMap((value) => (sums.has(value) ? [{ value, count: sums.get(value) ?? 0 }] : [])),
    },
  };
}
