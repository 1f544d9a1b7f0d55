import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { wallClock, zoneDay } from "./wall-clock.ts";
import { addToDay, dayEnd, dayStart } from "./zone-days.ts";

/** The two ends of the world, half hours, and zones whose clocks change: at one in the night, at midnight, and on the other half of the globe. */
const ZONES = [
  "UTC",
  "Pacific/Midway",
  "Pacific/Kiritimati",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Europe/Berlin",
  "America/Santiago",
  "Africa/Cairo",
  "Australia/Lord_Howe",
];
const zone = fc.constantFrom(...ZONES);
const moment = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2035, 0, 1) });

describe("days in a zone", () => {
  it("hold each moment once: a day begins where the one before it ended", () => {
    fc.assert(
      fc.property(zone, moment, (name, at) => {
        const day = zoneDay(at, name);
        expect(dayStart(day, name)).toBeLessThanOrEqual(at);
        expect(dayEnd(day, name)).toBeGreaterThanOrEqual(at);
        expect(dayStart(addToDay(day, 1), name)).toBe(dayEnd(day, name) + 1);
        expect(zoneDay(dayEnd(day, name), name)).toBe(day);
      }),
    );
  });

  test.each([
    ["Pacific/Midway", "2026-11-25", "2026-11-25T11:00:00.000Z", 24],
    ["Pacific/Kiritimati", "2026-11-25", "2026-11-24T10:00:00.000Z", 24],
    ["Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00.000Z", 23],
    ["Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00.000Z", 25],
    // There is no midnight: the clocks go from 23:59 to 01:00.
    ["America/Santiago", "2026-09-06", "2026-09-06T04:00:00.000Z", 23],
    ["Australia/Lord_Howe", "2026-10-04", "2026-10-03T13:30:00.000Z", 23.5],
  ])("%s: %s begins at %s and has %d hours", (name, day, start, hours) => {
    expect(new Date(dayStart(day, name)).toISOString()).toBe(start);
    expect((dayEnd(day, name) + 1 - dayStart(day, name)) / 3_600_000).toBe(hours);
  });

  it("may be left out by a zone, and then hold nothing", () => {
    expect(dayStart("2011-12-30", "Pacific/Apia")).toBe(dayStart("2011-12-31", "Pacific/Apia"));
    expect(dayEnd("2011-12-30", "Pacific/Apia")).toBeLessThan(dayStart("2011-12-30", "Pacific/Apia"));
  });

  it("are written as ISO 8601 does", () => {
    expect(wallClock("2026-11-25T23:59:59.999Z", "UTC")).toBe("2026-11-25 23:59:59");
    expect(wallClock("2026-01-01T00:04:05Z", "America/Santiago")).toBe("2025-12-31 21:04:05");
  });
});
