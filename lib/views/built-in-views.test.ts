import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { KeyRow } from "../model/key.ts";
import { ID_SHAPE } from "../model/new-id.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { CLOUDS } from "../model/vocabulary.ts";
import { parseStrict } from "../query/parse-key-query.ts";
import { arbitraryRows, NOW } from "../query/testing/arbitrary-row.ts";
import { saveWorld } from "../store/keys/testing/save-world.ts";
import { sqlKeyIndex } from "../store/keys/sql-key-index.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { BUILT_IN_VIEWS, type BuiltInView } from "./built-in-views.ts";
import { canonicalViewQuery } from "./canonical-view-query.ts";

test.each(BUILT_IN_VIEWS)("the built-in view $id parses and is canonical", ({ query }) => {
  expect(canonicalViewQuery(query)).toBe(query);
});

test("no built-in view is called or addressed as another, and no saved one can be", () => {
  for (const member of ["id", "name", "query"] as const) expect(new Set(BUILT_IN_VIEWS.map((view) => view[member])).size).toBe(BUILT_IN_VIEWS.length);
  for (const { id } of BUILT_IN_VIEWS) {
    expect(id).toMatch(/^[0-9a-z-]{1,40}$/);
    expect(id).not.toMatch(ID_SHAPE);
  }
});

const within = (at: string | null, days: number) => at !== null && Date.parse(at) <= NOW.getTime() + days * 86_400_000;
/** What each promises, said once more without the grammar. */
const PROMISES: Record<BuiltInView["id"], (row: KeyRow) => boolean> = {
  "deletes-soon": ({ deletesAt }) => within(deletesAt, 7),
  "expires-soon": ({ expiresAt }) => within(expiresAt, 30),
  "rotation-off": ({ rotation }) => rotation === "off",
  "rotation-unknown": ({ absent }) => ["denied", "failed", "pending"].includes(absent.rotation ?? ""),
  disabled: ({ state }) => state === "disabled",
  imported: ({ origin }) => origin === "imported",
  "service-keys": ({ manager }) => manager === "service",
  stale: ({ lastSeenAt }) => within(lastSeenAt, -1),
  missing: ({ presence }) => presence === "missing",
  gone: ({ presence }) => presence === "gone",
};

describe("built-in views of an inventory", () => {
  useTestDatabase();

  test("each lists exactly the keys that it promises", async () => {
    const sample = fc.sample(arbitraryRows({ minLength: 200, maxLength: 200 }), { seed: 4, numRuns: 1 })[0] ?? [];
    const rows = sample.map((row) => ({ ...row, cloud: row.account.id.endsWith("a") ? CLOUDS[0] : CLOUDS[1] }));
    await saveWorld(rows);
    for (const { id, query } of BUILT_IN_VIEWS) {
      const page = await sqlKeyIndex.page(SYSTEM_SCOPE, { ...parseStrict(query), size: 200 }, NOW);
      const promised = rows.filter((row) => (id === "gone" || row.presence !== "gone") && PROMISES[id](row)).map(({ ref }) => ref);
      expect(page.rows.map(({ ref }) => ref).sort(), id).toEqual(promised.sort());
      expect(promised.length, id).toBeGreaterThan(0);
    }
  });
});
