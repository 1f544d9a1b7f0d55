import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { FacetCount } from "../../model/answers.ts";
import type { KeyRow } from "../../model/key.ts";
import type { Overview } from "../../model/overview.ts";
import type { Scope } from "../../model/scope.ts";
import { SYSTEM_SCOPE } from "../../model/system-scope.ts";
import { zoneDay } from "../../model/wall-clock.ts";
import { CLOUDS } from "../../model/vocabulary.ts";
import { withFilter } from "../../query/edit-query.ts";
import { facetValue } from "../../query/facet-value.ts";
import type { QueryField } from "../../query/fields.ts";
import { parseStrict } from "../../query/parse-key-query.ts";
import { arbitraryRows } from "../../query/testing/arbitrary-row.ts";
import { database } from "../../store/database.ts";
import { saveWorld } from "../../store/keys/testing/save-world.ts";
import { bumpRevision } from "../../store/revision.ts";
import { keys } from "../../store/schema.ts";
import { useTestDatabase } from "../../store/test-database.ts";
import { getOverview } from "../get-overview.ts";
import { listKeys } from "../list-keys.ts";

useTestDatabase();

const DAY_MS = 86_400_000;
/** Days from now at which times lie: before, at and after every edge of the calendar and of the ages. */
const DAYS = [-2200, -1826, -731, -730, -366, -365, -91, -90, -31, -30, -1, -0.01, 0.01, 3, 6.9, 7.1, 29, 31, 88, 89, 90, 91, 400];
const oneCloudEach = (row: KeyRow): KeyRow => ({ ...row, cloud: row.account.id.endsWith("a") ? CLOUDS[0] : CLOUDS[1] });
const timesAround = (rows: KeyRow[]) =>
  rows.map((row, i): KeyRow => {
    const at = (field: "createdAt" | "deletesAt" | "expiresAt", step: number) =>
      row[field] === null ? null : new Date(Date.now() + (DAYS[(i * step) % DAYS.length] ?? 0) * DAY_MS).toISOString();
    return { ...row, createdAt: at("createdAt", 1), deletesAt: at("deletesAt", 3), expiresAt: at("expiresAt", 5) };
  });
const rows = timesAround((fc.sample(arbitraryRows({ minLength: 300, maxLength: 300 }), { seed: 7, numRuns: 1 })[0] ?? []).map(oneCloudEach));
const [first] = rows;
const PLACES = ["", `cloud=${CLOUDS[1]}`, `account=${first?.account.id}`, `region=!${first?.region.replaceAll(/([\\,])/g, "\\$1")}`, "project=none"];
const sum = (counts: readonly { count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
const totalOf = async (scope: Scope, search: string) => (await listKeys(scope, parseStrict(search))).total;
const both = (places: string, query: string) => [places, query].filter(Boolean).join("&");

describe("the overview", () => {
  beforeEach(async () => {
    await saveWorld(rows);
    await bumpRevision(database());
  });

  it.each(PLACES)("counts each key once in every picture: %s", async (places) => {
    const overview = await getOverview(SYSTEM_SCOPE, parseStrict(places));
    const { total, facets, ages, sources } = overview;
    expect(total).toBeGreaterThan(0);
    expect(total).toBe(await totalOf(SYSTEM_SCOPE, places));
    for (const field of ["deletes", "expires"] as const) {
      const { past, later, absent } = overview.otherDays[field];
      expect(sum(overview[field]) + past + later + sum(absent), field).toBe(total);
    }
    expect(sum(ages)).toBe(total);
    expect(sum(sources)).toBe(total);
    for (const [field, counts] of Object.entries(facets)) if (!places.startsWith(field)) expect(sum(counts), field).toBe(total);
  });

  it.each(PLACES)("says what its links list: %s", async (places) => {
    const overview = await getOverview(SYSTEM_SCOPE, parseStrict(places));
    for (const [query, count] of linksOf(overview)) expect(await totalOf(SYSTEM_SCOPE, both(places, query)), query).toBe(count);
    for (const [field, counts] of Object.entries(overview.facets) as [QueryField, FacetCount[]][]) {
      for (const { value, count } of counts) {
        const filter = { field, negated: false, match: "equals" as const, values: [facetValue(field, value)] };
        expect((await listKeys(SYSTEM_SCOPE, withFilter(parseStrict(places), filter))).total, `${field}=${value}`).toBe(count);
      }
    }
  });

  it.each(["Pacific/Midway", "Pacific/Kiritimati", "Europe/Berlin", "Asia/Kathmandu"])(
    "counts days as %s has them, and its links list just those",
    async (zone) => {
      const [overview, utc] = [await getOverview(SYSTEM_SCOPE, parseStrict(""), zone), await getOverview(SYSTEM_SCOPE, parseStrict(""))];
      expect(sum(overview.ages)).toBe(sum(utc.ages));
      for (const [query, count] of linksOf(overview)) expect(await totalOf(SYSTEM_SCOPE, query), query).toBe(count);
      for (const field of ["deletes", "expires"] as const) {
        const { past, later, absent } = overview.otherDays[field];
        expect(sum(overview[field]) + past + later + sum(absent), field).toBe(overview.total);
        const ats = rows.flatMap((row) => (row.presence !== "gone" && row[`${field}At`]) || []);
        for (const { day, count } of overview[field]) expect(ats.filter((at) => zoneDay(at, zone) === day).length, day).toBe(count);
      }
    },
  );

  it("shows a scope nothing of other accounts", async () => {
    const scope: Scope = { ...SYSTEM_SCOPE, groups: ["payments"] };
    const overview = await getOverview(scope, parseStrict(""));
    expect(overview.total).toBe(await totalOf(scope, ""));
    expect(overview.total).toBeLessThan(await totalOf(SYSTEM_SCOPE, ""));
    expect([sum(overview.ages), sum(overview.sources)]).toEqual([overview.total, overview.total]);
    const none = await getOverview({ ...SYSTEM_SCOPE, groups: [] }, parseStrict(""));
    expect(none).toMatchObject({ total: 0, deletes: [], expires: [], sources: [] });
    expect(sum(none.ages)).toBe(0);
  });

  it("is of the inventory as it is when asked", async () => {
    expect((await getOverview(SYSTEM_SCOPE, parseStrict(""))).total).toBeGreaterThan(0);
    await database().delete(keys);
    await bumpRevision(database());
    const { total, ages, deletes } = await getOverview(SYSTEM_SCOPE, parseStrict(""));
    expect([total, sum(ages), deletes.length]).toEqual([0, 0, 0]);
  });
});

function linksOf({ ages, deletes, expires, soon, otherDays }: Overview): [string, number][] {
  return [
    ...[...ages, soon.deletes, soon.expires, ...deletes, ...expires].map(({ query, count }): [string, number] => [query, count]),
    ...(["deletes", "expires"] as const).flatMap((field): [string, number][] => [
      [otherDays[field].pastQuery, otherDays[field].past],
      [otherDays[field].laterQuery, otherDays[field].later],
      ...otherDays[field].absent.map(({ value, count }): [string, number] => [`${field}=${value}`, count]),
    ]),
  ];
}
