import { timeWithinYears } from "../time-within-years.ts";

const ISO = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/;

/**
 * A moment in ISO 8601 UTC from a date as this cloud prints it, with or without fractions, in UTC or with an offset; undefined for anything else.
 * `Date.parse` alone takes more: a date without its zone is read in the zone of our machine, the 31st of February is the 2nd of March, and "5" is a year.
 */
export function instantOf(text: string): string | undefined {
  const [, year, month, day] = ISO.exec(text) ?? [];
  if (!year || !month || !day) return undefined;
  const daysOfMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(day) > daysOfMonth ? undefined : timeWithinYears(Date.parse(text));
}
