import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { QUICK } from "../clouds/testing/open-emulated.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { DEFAULT_QUERY } from "../query/default-query.ts";
import { formatKeyQuery } from "../query/format-key-query.ts";
import { listKeys } from "./list-keys.ts";
import { listLiveKeys } from "./list-live-keys.ts";
import { useConnectedWorld } from "./testing/connected-world.ts";
import { queryLike } from "./testing/query-like.ts";
import { timeless } from "./testing/timeless.ts";

describe.each([
  { pageSize: 2, runs: 12, seed: 3 },
  { pageSize: 100, runs: 24, seed: 4 },
])("any query on a world that stands still, $pageSize keys a page", ({ pageSize, runs, seed }) => {
  useConnectedWorld({ pageSize });

  it("lists live what is stored, with the clouds filtering where they can", async () => {
    const held = await listKeys(SYSTEM_SCOPE, { ...DEFAULT_QUERY, size: 200 });
    let pushed = 0;
    const property = fc.asyncProperty(queryLike(held.rows), async (query) => {
      const link = formatKeyQuery(query);
      const stored = await listKeys(SYSTEM_SCOPE, query);
      const live = await listLiveKeys(SYSTEM_SCOPE, query, undefined, { pace: QUICK });
      if (live.plan.some(({ pushedDown }) => pushedDown.length > 0)) pushed += 1;
      expect(live.rows.map(timeless), link).toEqual(stored.rows.map(timeless));
      expect([live.total, live.undecided, live.facets, live.next === null], link).toEqual([
        stored.total,
        stored.undecided,
        stored.facets,
        stored.next === null,
      ]);
      expect(live.differences, link).toEqual({ created: 0, gone: 0, changed: 0, rows: [], complete: true });
    });
    await fc.assert(property, { seed, numRuns: runs, endOnFailure: true });
    expect(pushed / runs).toBeGreaterThan(0.2);
  }, 240_000);
});
