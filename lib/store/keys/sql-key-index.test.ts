import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Facets } from "../../model/answers.ts";
import type { KeyRow } from "../../model/key.ts";
import type { Scope } from "../../model/scope.ts";
import { compareRows } from "../../query/compare-rows.ts";
import { FACET_FIELDS } from "../../query/default-query.ts";
import { facetValue } from "../../query/facet-value.ts";
import type { QueryField } from "../../query/fields.ts";
import { judge, judgeFilter } from "../../query/judge.ts";
import { parseStrict } from "../../query/parse-key-query.ts";
import type { KeyQuery } from "../../query/query.ts";
import { arbitraryQuery } from "../../query/testing/arbitrary-query.ts";
import { ACCOUNTS, arbitraryRows, NOW } from "../../query/testing/arbitrary-row.ts";
import { database } from "../database.ts";
import { sources } from "../schema.ts";
import { DATABASE_KINDS, useTestDatabase } from "../test-database.ts";
import { sqlKeyIndex } from "./sql-key-index.ts";
import { saveWorld } from "./testing/save-world.ts";

const everyone: Scope = { actor: { kind: "system", id: "t", name: "test" }, role: "owner", groups: "all" };
const SCOPES: Scope[] = [everyone, { ...everyone, groups: ["payments"] }, { ...everyone, groups: ["eu"] }, { ...everyone, groups: [] }];
/** An account belongs to one cloud. */
const oneCloudEach = (rows: KeyRow[]) => rows.map((row) => ({ ...row, cloud: row.account.id.endsWith("a") ? ("alibaba" as const) : ("huawei" as const) }));
const worlds = fc.sample(arbitraryRows({ minLength: 200, maxLength: 200 }).map(oneCloudEach), { seed: 20_261_122, numRuns: 2 });

const inScope = (scope: Scope, rows: readonly KeyRow[]) =>
  rows.filter(({ account }) => scope.groups === "all" || ACCOUNTS.find(({ id }) => id === account.id)?.groups.some((group) => scope.groups.includes(group)));
const wanted = (query: KeyQuery) => (query.judged === "undecided" ? null : true);

/** The answer, worked out row by row in memory. */
function expected(scope: Scope, rows: readonly KeyRow[], query: KeyQuery) {
  const seen = inScope(scope, rows);
  const listed = seen.filter((row) => judge(query, row, NOW) === wanted(query)).sort(compareRows(query.sort));
  return { listed, undecided: seen.filter((row) => judge(query, row, NOW) === null).length };
}

/** A facet counted by asking: how many rows has the same query with this value instead of its own filter? */
function naiveFacet(scope: Scope, rows: readonly KeyRow[], query: KeyQuery, field: QueryField, value: string): number {
  const own = { field, negated: false, match: "equals" as const, values: [facetValue(field, value)] };
  const others = query.filters.filter((filter) => filter.field !== field);
  const unfiltered = field === "presence" ? { field, negated: false, match: "equals" as const, values: [{ kind: "any" as const }] } : null;
  const without = { filters: unfiltered ? [...others, unfiltered] : others };
  return inScope(scope, rows).filter((row) => judge(without, row, NOW) === wanted(query) && judgeFilter(own, row, NOW) === true).length;
}

describe.each(DATABASE_KINDS)("the SQL index (%s)", (kind) => {
  useTestDatabase(kind);

  it.each(worlds.map((rows, n) => [n, rows] as const))("answers any query on world %i as judge and compareRows do", async (_, rows) => {
    await saveWorld(rows);
    await fc.assert(
      fc.asyncProperty(arbitraryQuery, fc.constantFrom(...SCOPES), async (query, scope) => {
        const { listed, undecided } = expected(scope, rows, query);
        const answer = await sqlKeyIndex.page(scope, query, NOW);
        const from = (query.page - 1) * query.size;
        expect(answer.rows).toEqual(listed.slice(from, from + query.size));
        expect(answer).toMatchObject({ total: listed.length, undecided });
        expect(answer.next === null).toBe(from + query.size >= listed.length);
        expect(await sqlKeyIndex.count(scope, query, NOW)).toEqual({ total: listed.length, undecided });
      }),
      { seed: 20_261_122, numRuns: kind === "embedded" ? 250 : 120 },
    );
  });

  it("gives every row once, in order, whether by pages or by cursors", async () => {
    const rows = worlds[0] as KeyRow[];
    await saveWorld(rows);
    await fc.assert(
      fc.asyncProperty(arbitraryQuery, async (any) => {
        const query = { ...any, size: 25 as const, page: 1, facets: [], filters: any.filters.slice(0, 1) };
        const { listed } = expected(everyone, rows, query);
        const paged: KeyRow[] = [];
        for (let page = 1; page <= Math.ceil(listed.length / 25); page++) paged.push(...(await sqlKeyIndex.page(everyone, { ...query, page }, NOW)).rows);
        expect(paged).toEqual(listed);
        const joined: KeyRow[] = [];
        let cursor: string | null = null;
        // A later `now`: relative bounds stay where the first page put them.
        do {
          const answer: Awaited<ReturnType<typeof sqlKeyIndex.page>> = await sqlKeyIndex.page(
            everyone,
            { ...query, cursor },
            cursor ? new Date(NOW.getTime() + 9e8) : NOW,
          );
          joined.push(...answer.rows);
          cursor = answer.next;
        } while (cursor);
        expect(joined).toEqual(listed);
      }),
      { seed: 20_261_122, numRuns: 40 },
    );
  });

  it("counts facets as asking for each value would, without the field's own filter", async () => {
    const rows = worlds[0] as KeyRow[];
    await saveWorld(rows);
    await fc.assert(
      fc.asyncProperty(arbitraryQuery, fc.constantFrom(...SCOPES), async (any, scope) => {
        const query = { ...any, facets: FACET_FIELDS };
        const { facets } = await sqlKeyIndex.page(scope, query, NOW);
        const naive: Facets = Object.fromEntries(
          FACET_FIELDS.map((field) => [field, (facets[field] ?? []).map(({ value }) => ({ value, count: naiveFacet(scope, rows, query, field, value) }))]),
        );
        expect(facets).toEqual(naive);
        const some = any.facets;
        expect(await sqlKeyIndex.facets(scope, query, some, NOW)).toEqual(Object.fromEntries(some.map((field) => [field, naive[field]])));
      }),
      { seed: 20_261_122, numRuns: 60 },
    );
  });

  it("lists a value that occurs in scope and the closed words although nothing is left of them, and no foreign value", async () => {
    const rows = worlds[0] as KeyRow[];
    await saveWorld(rows);
    const facets = await sqlKeyIndex.facets({ ...everyone, groups: ["eu"] }, parseStrict("q=matches-nothing"), FACET_FIELDS, NOW);
    expect(facets.account).toEqual([{ value: "acc00000000b", count: 0 }]);
    expect(facets.protection?.map(({ value }) => value).slice(0, 2)).toEqual(["software", "hsm"]);
    expect(facets.cloud).toEqual([
      { value: "alibaba", count: 0 },
      { value: "huawei", count: 0 },
    ]);
    expect(facets.presence?.map(({ value }) => value)).toEqual(["present", "missing", "gone"]);
    expect(facets.region?.map(({ value }) => value)).toEqual(["R-3", "r-1", "r-2"]);
    expect(facets.project?.at(-1)?.value).toBe("none");
    expect(
      Object.values(facets)
        .flat()
        .every(({ count }) => count === 0),
    ).toBe(true);
  });

  it("includes both ends of a range, to the millisecond", async () => {
    const rows = worlds[0] as KeyRow[];
    await saveWorld(rows);
    const at = rows.find(({ createdAt, presence }) => createdAt !== null && presence === "present")?.createdAt ?? "";
    for (const range of [`..${at}`, `${at}..`, `${at}..${at}`, `!..${at}`, `!${at}..`, at, at.slice(0, 10), `..${at.slice(0, 10)}`]) {
      const query = parseStrict(`created=${range}`);
      const { listed } = expected(everyone, rows, query);
      expect((await sqlKeyIndex.count(everyone, query, NOW)).total, range).toBe(listed.length);
      expect(listed.some(({ createdAt }) => createdAt === at)).toBe(!range.startsWith("!"));
    }
  });

  it("has seen a present key when its source was last read, and a missing one when it was last listed", async () => {
    await saveWorld(worlds[0] as KeyRow[]);
    await database().update(sources).set({ lastReadAt: "2027-03-01T00:00:00Z" });
    for (const query of ["presence=present&seen=2027-03-01", "presence=missing&seen=..2027-02-28"]) {
      const [presence = ""] = query.split("&");
      expect(await sqlKeyIndex.count(everyone, parseStrict(query), NOW), query).toEqual(await sqlKeyIndex.count(everyone, parseStrict(presence), NOW));
    }
    const { rows } = await sqlKeyIndex.page(everyone, parseStrict("presence=present&seen=2027-03-01"), NOW);
    expect(rows[0]?.lastSeenAt).toBe("2027-03-01T00:00:00.000Z");
  });

  it("takes the nastiest text as text", async () => {
    const rows = worlds[0] as KeyRow[];
    await saveWorld(rows);
    for (const nasty of ["'; drop table keys; --", "%", "_", "\\", "$1", "?", "{}", '"', "a'b\n"]) {
      for (const field of ["q", "alias", "state", "tag", "id", "account", "description", "instance"]) {
        for (const sign of ["", "~"]) {
          const query = parseStrict(new URLSearchParams({ [field]: sign + nasty.replaceAll("\\", "\\\\") }));
          const { listed } = expected(everyone, rows, query);
          expect((await sqlKeyIndex.count(everyone, query, NOW)).total, `${field}=${sign}${nasty}`).toBe(listed.length);
        }
      }
    }
  });
});
