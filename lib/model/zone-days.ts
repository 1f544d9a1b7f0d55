import { zoneDay } from "./wall-clock.ts";

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;

/** `2026-11-25` so many days later; a calendar has no zone. */
export const addToDay = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/**
 * The first moment of a day in a zone, in ms since 1970. It is looked for by halving the days around it, since a day may begin at 01:00 (a change of the
 * clocks at midnight) and may be left out altogether (Samoa had no 30 December 2011): then it is the next day's first moment.
 */
export function dayStart(day: string, zone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (zone === "UTC") return midnight;
  // No zone was ever a whole day away from UTC, and all change at a whole second.
  let [before, at] = [midnight / SECOND_MS - 86_400, midnight / SECOND_MS + 86_400];
  while (at - before > 1) {
    const middle = Math.floor((before + at) / 2);
    if (zoneDay(middle * SECOND_MS, zone) < day) before = middle;
    else at = middle;
  }
  return at * SECOND_MS;
}

/** The last millisecond of a day in a zone. */
export const dayEnd = (day: string, zone: string): number => dayStart(addToDay(day, 1), zone) - 1;
