import { effectiveFilters } from "../../query/default-query.ts";
import { formatKeyQuery } from "../../query/format-key-query.ts";
import type { Bound, KeyQuery } from "../../query/query.ts";
import { RevisionMemory } from "../revision-memory.ts";
import type { IndexPage, KeyIndex } from "./key-index.ts";

/** A page of 50 rows takes some 100 KB: at most 20 MB or so. */
const MOST_PAGES = 200;
/** How long an answer to "within 7 days" may stand; it says of which moment it is. */
const RELATIVE_MS = 60_000;

/** The same index, remembering its pages until the inventory changes. A page with relative bounds is remembered for the rest of the minute. */
export function rememberedKeyIndex(index: KeyIndex): KeyIndex {
  const memory = new RevisionMemory<IndexPage>(MOST_PAGES);
  return {
    ...index,
    async page(scope, query, now) {
      const moves = isRelative(query);
      const groups = scope.groups === "all" ? "all" : scope.groups.toSorted();
      const key = JSON.stringify([groups, formatKeyQuery({ ...query, key: null }), moves ? Math.floor(now.getTime() / RELATIVE_MS) : null]);
      const page = await memory.recall(key, () => index.page(scope, query, now));
      // Without a bound that moves, and in the same revision, what was true then is true now.
      return moves ? page : { ...page, asOf: now };
    },
  };
}

function isRelative(query: KeyQuery): boolean {
  const moves = (bound: Bound | null) => bound?.kind === "relative";
  return effectiveFilters(query).some(({ values }) => values.some((value) => value.kind === "range" && (moves(value.from) || moves(value.to))));
}
