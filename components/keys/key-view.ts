import { formatKeyQuery } from "#lib/query/format-key-query.ts";
import { parseKeyQuery } from "#lib/query/parse-key-query.ts";
import type { QueryField } from "#lib/query/fields.ts";
import type { KeyQuery, QueryFault } from "#lib/query/query.ts";

/** The facets of the rail, in the order in which a reader narrows a list. */
export const RAIL_FACETS: readonly QueryField[] = [
  "cloud",
  "state",
  "rotation",
  "account",
  "family",
  "spec",
  "region",
  "usage",
  "protection",
  "origin",
  "manager",
  "deletionProtection",
  "enterpriseProject",
  "instance",
  "presence",
];

/** What the address says: the view, what of it was not understood, and how to write the next one. */
export interface KeyView {
  query: KeyQuery;
  faults: QueryFault[];
  /** The query string that the API is asked with; the open key is no part of it. A live one asks for rows alone. */
  request: string;
  /** What the counts of a live view are asked with: of the inventory, and of the clouds. */
  counts: { stored: string; live: string };
  /** The same rows for somebody else: without page, size and open key. */
  shared: string;
  href: (next: KeyQuery) => string;
}

/** The query that the API is asked: the page's own, with the rail's counts where they cost no calls to the clouds, and without the open key. */
export const requestOf = (query: KeyQuery): KeyQuery => (query.live ? { ...query, key: null, facets: [] } : countsOf(query));

/** The same with the rail's counts, at whatever cost. */
const countsOf = (query: KeyQuery): KeyQuery => ({ ...query, key: null, facets: [...RAIL_FACETS] });

/** The stored view that a live one was asked from: its counts are at hand. */
export const storedCountsOf = (query: KeyQuery): KeyQuery => countsOf({ ...query, live: false, cursor: null });

export function keyView(search: string): KeyView {
  const { query, faults } = parseKeyQuery(search, "lenient");
  return {
    query,
    faults,
    request: formatKeyQuery(requestOf(query)),
    counts: { stored: formatKeyQuery(storedCountsOf(query)), live: formatKeyQuery(countsOf(query)) },
    shared: formatKeyQuery({ ...query, key: null, facets: [], page: 1, size: 50, cursor: null, live: false }),
    href: (next) => hrefOf(next, faults),
  };
}

/** The page's address for a view. Parts that were not understood stay in it until the reader takes them away. */
export function hrefOf(query: KeyQuery, faults: readonly QueryFault[] = []): string {
  const canonical = formatKeyQuery({ ...query, facets: [] });
  // A page writes some 150 of these.
  if (faults.length === 0) return canonical ? `/keys?${canonical}` : "/keys";
  const names = new Set(new URLSearchParams(canonical).keys());
  const kept = new Map(faults.filter(({ field }) => !names.has(field)).map(({ field, value }) => [field, value]));
  const search = [canonical, new URLSearchParams([...kept]).toString()].filter(Boolean).join("&");
  return search ? `/keys?${search}` : "/keys";
}
