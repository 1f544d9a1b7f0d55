import type { Translate } from "#lib/words/translate.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Whole days to a date that lies ahead, rounded up; 0 or less when it has passed. */
export const daysUntil = (at: string, now: number): number => Math.ceil((Date.parse(at) - now) / DAY_MS);

/**
 * A moment ahead is "just now" too: two clocks never agree. "just now", "4 min ago", "26 h ago", "3 days ago"; "in 5 h". Null when it is older than 60
 * days: the day says more then.
 */
export function relativeWords(at: string, now: number, t: Translate): string | null {
  const age = now - Date.parse(at);
  if (Math.abs(age) < MINUTE_MS) return t("time.now");
  if (age < 0) return dueWords(at, now, t);
  if (age > 60 * DAY_MS) return null;
  if (age < HOUR_MS) return t("time.ago.minutes", { count: Math.floor(age / MINUTE_MS) });
  if (age < 2 * DAY_MS) return t("time.ago.hours", { count: Math.floor(age / HOUR_MS) });
  return t("time.ago.days", { count: Math.floor(age / DAY_MS) });
}

/** "in 3 days", "in 5 h", "in 1 min", "overdue". */
export function dueWords(at: string, now: number, t: Translate): string {
  const distance = Date.parse(at) - now;
  if (distance <= 0) return t("time.overdue");
  if (distance < HOUR_MS) return t("time.in.minutes", { count: Math.max(1, Math.floor(distance / MINUTE_MS)) });
  if (distance < DAY_MS) return t("time.in.hours", { count: Math.floor(distance / HOUR_MS) });
  return t("time.in.days", { count: daysUntil(at, now) });
}
