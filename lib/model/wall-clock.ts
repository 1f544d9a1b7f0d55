const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show: `2026-11-25 16:14:07`. Swedish writes times as ISO 8601 does, in every browser. */
export function wallClock(at: string | number, zone: string): string {
  const known = clocks.get(zone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  clocks.set(zone, known);
  return known.format(new Date(at));
}

/** The day in a zone: `2026-11-25`. */
export const zoneDay = (at: string | number, zone: string): string => wallClock(at, zone).slice(0, 10);
