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
import { groupedKeyIndex, sqlKeyIndex } from "./sql-key-index.ts";
import { saveWorld } from "./testing/save-world.ts";

const everyone: Scope = { actor: { kind: "system", id: "t", name: "test" }, role: "owner", groups: "all" };
const SCOPES: Scope[] = [everyone, { ...everyone, groups: ["payments"] }, { ...everyone, groups: [] }];
/** An account belongs to one cloud. */
const oneCloudEach = (rows: KeyRow[]) => rows.map((row) => ({ ...row, cloud: row.account.id.endsWith("a") ? CLOUDS[0] : CLOUDS[1] }));
const rows = fc.sample(arbitraryRows({ minLength: 200, maxLength: 200 }).map(oneCloudEach), { seed: 5, numRuns: 1 })[0] ?? [];
/** Any query, left with the filters that are about facets. */
const countable = arbitraryQuery.map((query) => ({ ...query, filters: query.filters.filter(({ field }) => (FACET_FIELDS as string[]).includes(field)) }));

describe.each(DATABASE_KINDS)("the index of keys counted before (%s)", (kind) => {
  useTestDatabase(kind);

  it("answers as the scan does, for any filters and facets", async () => {
    await saveWorld(rows);
    await bumpRevision(database());
    let filtered = 0;
    await fc.assert(
      fc.asyncProperty(
        countable,
        fc.constantFrom(...SCOPES),
        fc.subarray([...FACET_FIELDS]),
        fc.integer({ min: 1, max: 9 }),
        async (asked, scope, facets, page) => {
          const query = { ...asked, facets, page, size: 25 as const };
          expect(isCountable(query)).toBe(true);
          filtered += query.filters.length > 0 ? 1 : 0;
          expect(await groupedKeyIndex.page(scope, query, NOW)).toEqual(await sqlKeyIndex.page(scope, query, NOW));
        },
      ),
      { seed: 20_261_122, numRuns: kind === "embedded" ? 250 : 100 },
    );
    expect(filtered).toBeGreaterThan(50);
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
