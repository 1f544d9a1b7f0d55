import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { zoneDay } from "../model/wall-clock.ts";
import { formatKeyQuery } from "./format-key-query.ts";
import { parseStrict } from "./parse-key-query.ts";
import type { Filter } from "./query.ts";
import { resolveRange } from "./resolve-range.ts";
import { daysInZone, settleDays } from "./zone-range.ts";

const ZONES = ["Pacific/Midway", "Pacific/Kiritimati", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Africa/Cairo", "Europe/London"];
const zone = fc.constantFrom(...ZONES);
const day = fc.date({ min: new Date("2015-01-01"), max: new Date("2035-01-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const created = (from: string | null, to: string | null): Filter => ({
  field: "created",
  negated: false,
  match: "equals",
  values: [{ kind: "range", from: from ? { kind: "day", day: from } : null, to: to ? { kind: "day", day: to } : null }],
});
const rangeOf = ({ values }: Filter) => {
  const [value] = values;
  if (value?.kind !== "range") throw new Error("no range");
  return resolveRange(value, new Date("2026-11-22T12:00:00Z"));
};
/** As it goes through a link. */
const sent = (filter: Filter): Filter => {
  const [read] = parseStrict(formatKeyQuery({ ...parseStrict(""), filters: [filter] })).filters;
  if (!read) throw new Error("the link says nothing");
  return read;
};

describe("P47: days that are meant in a zone", () => {
  it("hold just the moments that have that day there, at UTC-11, at UTC+14 and where clocks change", () => {
    fc.assert(
      fc.property(zone, day, fc.integer({ min: -2 * 86_400_000, max: 2 * 86_400_000 }), (name, one, near) => {
        const { fromMs, toMs } = rangeOf(sent(settleDays(created(one, one), name)));
        const at = Date.parse(one) + near;
        expect((fromMs ?? 0) <= at && at <= (toMs ?? 0)).toBe(zoneDay(at, name) === one);
      }),
    );
  });

  it("come back as the same days to who reads the link in the same zone, and twice settled is once settled", () => {
    fc.assert(
      fc.property(zone, day, day, (name, a, b) => {
        const meant = created(a, b);
        const link = sent(settleDays(meant, name));
        expect(daysInZone(link, name)).toEqual(meant);
        expect(settleDays(link, name)).toEqual(link);
        expect(settleDays(daysInZone(link, name), name)).toEqual(link);
      }),
    );
  });

  it("mean the same moments to a reader elsewhere who opens the editor", () => {
    fc.assert(
      fc.property(zone, zone, day, (writer, reader, one) => {
        const link = sent(settleDays(created(one, null), writer));
        expect(rangeOf(settleDays(daysInZone(link, reader), reader))).toEqual(rangeOf(link));
      }),
    );
  });
});

test("a link says moments only where the day is none of UTC", () => {
  const link = (name: string, on: string) => formatKeyQuery({ ...parseStrict(""), filters: [settleDays(created(on, on), name)] });
  expect(link("UTC", "2026-01-01")).toBe("created=2026-01-01");
  expect(link("Europe/London", "2026-01-01")).toBe("created=2026-01-01");
  expect(link("Europe/London", "2026-07-01")).toBe("created=2026-06-30T23:00:00Z..2026-07-01T22:59:59.999Z");
});
