/** The day in UTC: `2026-11-22`. */
export const isoDay = (at: Date): string => at.toISOString().slice(0, 10);

/** The start, in UTC, of the day so many days and years from that of `at`. 29 February a year on is 1 March. */
export function addDays(at: Date, days: number, years = 0): Date {
  return new Date(Date.UTC(at.getUTCFullYear() + years, at.getUTCMonth(), at.getUTCDate() + days));
}
