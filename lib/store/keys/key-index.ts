import type { Facets } from "../../model/answers.ts";
import type { KeyRow } from "../../model/key.ts";
import type { Scope } from "../../model/scope.ts";
import type { QueryField } from "../../query/fields.ts";
import type { KeyQuery } from "../../query/query.ts";

/** How many rows a query lists over all its pages, and how many could not be judged. With `judged=undecided` both are the same. */
export interface KeyCount {
  total: number;
  undecided: number;
}

/** One page of the inventory with the counts of the whole, out of one snapshot. `next` is the cursor of the rows after it. */
export interface IndexPage extends KeyCount {
  rows: KeyRow[];
  facets: Facets;
  next: string | null;
  /** The moment it is true of. */
  asOf: Date;
}

/**
 * What lists keys out of the inventory. The asker sees the keys of the accounts in scope, nothing else, not even in a facet.
 * `now` resolves relative bounds; a cursor brings its own.
 */
export interface KeyIndex {
  page(scope: Scope, query: KeyQuery, now: Date): Promise<IndexPage>;
  count(scope: Scope, query: KeyQuery, now: Date): Promise<KeyCount>;
  facets(scope: Scope, query: KeyQuery, fields: readonly QueryField[], now: Date): Promise<Facets>;
}
