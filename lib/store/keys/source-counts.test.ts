import { eq, ne, sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KeyRow } from "../../model/key.ts";
import { SYSTEM_SCOPE } from "../../model/system-scope.ts";
import { CLOUDS } from "../../model/vocabulary.ts";
import { parseStrict } from "../../query/parse-key-query.ts";
import { arbitraryRows, NOW } from "../../query/testing/arbitrary-row.ts";
import { database } from "../database.ts";
import { bumpRevision } from "../revision.ts";
import { keys } from "../schema.ts";
import { useTestDatabase } from "../test-database.ts";
import { sqlKeyIndex, tallyKeys } from "./sql-key-index.ts";
import { SourceCounts } from "./source-counts.ts";
import { saveWorld } from "./testing/save-world.ts";

const oneCloudEach = (row: KeyRow): KeyRow => ({ ...row, cloud: row.account.id.endsWith("a") ? CLOUDS[0] : CLOUDS[1] });
const rows = (fc.sample(arbitraryRows({ minLength: 120, maxLength: 120 }), { seed: 11, numRuns: 1 })[0] ?? []).map(oneCloudEach);
const byPresence = () =>
  new SourceCounts<{ source: string; presence: string; n: number }>(
    (picked) => sql`select json_agg(json_build_object('source', source_id, 'presence', presence, 'n', n))
      from (select source_id, presence, count(*)::int as n from ${keys} where ${picked} group by 1, 2) as each`,
  );

describe("keys counted source by source", () => {
  useTestDatabase();

  it("are counted again where a reading changed them, and nowhere else", async () => {
    await saveWorld(rows);
    await bumpRevision(database());
    const counts = byPresence();
    const sum = async () => [...(await counts.read()).bySource.values()].flat().reduce((all, { n }) => all + n, 0);
    expect(await sum()).toBe(rows.length);
    const [{ source, n } = { source: "", n: 0 }] = await database()
      .select({ source: keys.sourceId, n: sql<number>`count(*)::int` })
      .from(keys)
      .groupBy(keys.sourceId);
    await database().delete(keys).where(eq(keys.sourceId, source));
    expect(await sum()).toBe(rows.length);
    await bumpRevision(database(), [source]);
    expect(await sum()).toBe(rows.length - n);
    // Had another source been looked at, its keys were missed by now.
    await database().delete(keys).where(ne(keys.sourceId, source));
    await bumpRevision(database(), []);
    expect(await sum()).toBe(rows.length - n);
    await bumpRevision(database());
    expect(await sum()).toBe(0);
  });

  it("say the same as a scan after each of many changes, whatever was read before", async () => {
    await saveWorld(rows);
    await bumpRevision(database());
    const query = parseStrict("presence=any&state=!enabled&facets=state,account");
    const all = await database().select({ ref: keys.ref, source: keys.sourceId }).from(keys);
    for (const { ref, source } of all.slice(0, 12)) {
      await tallyKeys(SYSTEM_SCOPE, query, NOW);
      await database().delete(keys).where(eq(keys.ref, ref));
      await bumpRevision(database(), [source]);
      const { total, undecided, facets } = await sqlKeyIndex.page(SYSTEM_SCOPE, query, NOW);
      expect(await tallyKeys(SYSTEM_SCOPE, query, NOW)).toEqual({ total, undecided, facets });
    }
  });
});
