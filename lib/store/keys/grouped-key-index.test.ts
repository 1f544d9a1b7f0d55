import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KeyRow } from "../../model/key.ts";
import type { Scope } from "../../model/scope.ts";
import { CLOUDS } from "../../model/vocabulary.ts";
import { FACET_FIELDS } from "../../query/default-query.ts";
import { parseStrict } from "../../query/parse-key-query.ts";
import { arbitraryQuery } from "../../query/testing/arbitrary-query.ts";
import { arbitraryRows, NOW } from "../../query/testing/arbitrary-row.ts";
import { database } from "../database.ts";
import { bumpRevision } from "../revision.ts";
import { keys } from "../schema.ts";
import { DATABASE_KINDS, useTestDatabase } from "../test-database.ts";
import { isCountable } from "./count-alike.ts";
import { groupedIndex, groupedKeyIndex, sqlKeyIndex } from "./sql-key-index.ts";
import { saveWorld } from "./testing/save-world.ts";

const everyone: Scope = { actor: { kind: "system", id: "t", name: "test" }, role: "owner", groups: "all" };
const SCOPES: Scope[] = [everyone, { ...everyone, groups: ["payments"] }, { ...everyone, groups: [] }];
/** An account belongs to one cloud. */
const oneCloudEach = (rows: KeyRow[]) => rows.map((row) => ({ ...row, cloud: row.account.id.endsWith("a") ? CLOUDS[0] : CLOUDS[1] }));
const rows = fc.sample(arbitraryRows({ minLength: 200, maxLength: 200 }).map(oneCloudEach), { seed: 5, numRuns: 1 })[0] ?? [];
/** Any query, and the same left with the filters that are about facets. */
const asked = fc.tuple(arbitraryQuery, fc.boolean()).map(([query, isFacetsOnly]) => ({
  ...query,
  filters: query.filters.filter(({ field }) => !isFacetsOnly || (FACET_FIELDS as string[]).includes(field)),
}));

describe.each(DATABASE_KINDS)("the index of keys counted before (%s)", (kind) => {
  useTestDatabase(kind);

  it("answers as the scan does, for any filters and facets", async () => {
    await saveWorld(rows);
    await bumpRevision(database());
    const seen = { counted: 0, found: 0, listed: 0 };
    await fc.assert(
      fc.asyncProperty(
        asked,
        fc.constantFrom(...SCOPES),
        fc.subarray([...FACET_FIELDS]),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(0, 5, 5_000),
        async (any, scope, facets, page, few) => {
          const query = { ...any, facets, page: any.filters.length > 0 ? 1 : page, size: 25 as const };
          const wanted = await sqlKeyIndex.page(scope, query, NOW);
          expect(await groupedIndex(few).page(scope, query, NOW)).toEqual(wanted);
          if (query.filters.length > 0) seen[isCountable(query) ? "counted" : "found"]++;
          if (!isCountable(query) && wanted.total > 5) seen.listed++;
        },
      ),
      { seed: 20_261_122, numRuns: kind === "embedded" ? 300 : 150 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(8);
  });

  it("sees every change, one that nobody counted too while none was counted", async () => {
    await saveWorld(rows);
    const query = parseStrict("presence=any&facets=state,account");
    expect((await groupedKeyIndex.page(everyone, query, NOW)).total).toBe(rows.length);
    await bumpRevision(database());
    expect((await groupedKeyIndex.page(everyone, query, NOW)).total).toBe(rows.length);
    await database().delete(keys);
    await bumpRevision(database());
    expect(await groupedKeyIndex.page(everyone, query, NOW)).toMatchObject({ rows: [], total: 0, facets: { account: [] } });
  });
});
