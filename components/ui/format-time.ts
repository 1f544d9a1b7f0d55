const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const DAY = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
const WEEKDAY = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "short" });
const CLOCK = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", hour: "2-digit", minute: "2-digit", second: "2-digit" });

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;

/** How long, in words: "4 min", "26 h", "3 days". */
export function formatSpan(ms: number): string {
  const span = Math.abs(ms);
  if (span < HOUR_MS) return `${Math.max(1, Math.floor(span / MINUTE_MS))} min`;
  if (span < 2 * DAY_MS) return `${Math.floor(span / HOUR_MS)} h`;
  return plural(Math.floor(span / DAY_MS), "day");
}

/** A moment ahead is "just now" too: two clocks never agree. "just now", "4 min ago", "26 h ago", "3 days ago"; "in 5 h". Older than 60 days: the day. */
export function formatRelative(at: string, now: number): string {
  const distance = Date.parse(at) - now;
  if (distance > 0) return distance < MINUTE_MS ? "just now" : formatDue(at, now);
  if (-distance < MINUTE_MS) return "just now";
  if (-distance > 60 * DAY_MS) return formatDay(at);
  return `${formatSpan(distance)} ago`;
}

/** Whole days to a date that lies ahead, rounded up; 0 or less when it has passed. */
export const daysUntil = (at: string, now: number): number => Math.ceil((Date.parse(at) - now) / DAY_MS);

/** "in 3 days", "in 5 h", "overdue". */
export function formatDue(at: string, now: number): string {
  const distance = Date.parse(at) - now;
  if (distance <= 0) return "overdue";
  if (distance < DAY_MS) return `in ${formatSpan(distance)}`;
  return `in ${plural(daysUntil(at, now), "day")}`;
}

/** "25 Nov 2026", in UTC. */
export const formatDay = (at: string): string => DAY.format(new Date(at));

/** "2026-11-25", in UTC, for columns. */
export const formatIsoDay = (at: string): string => new Date(at).toISOString().slice(0, 10);

/** "14:28:07", in UTC. */
export const formatClock = (at: string): string => CLOCK.format(new Date(at));

/** "Wed 25 Nov 2026, 08:14 UTC". */
export function formatMoment(at: string): string {
  const date = new Date(at);
  return `${WEEKDAY.format(date)} ${DAY.format(date)}, ${CLOCK.format(date).slice(0, 5)} UTC`;
}
