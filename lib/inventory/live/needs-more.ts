import type { FactField, KeyRow } from "../../model/key.ts";
import { ruleOf } from "../../query/fields.ts";
import { judgeFilter } from "../../query/judge.ts";
import type { KeyQuery } from "../../query/query.ts";
import { factsOf } from "../../query/test-value.ts";

/** The facts that decide which rows a query lists, in which order, and what its facets count. */
export function decidingFacts(query: KeyQuery): FactField[] {
  const { fact } = ruleOf(query.sort.field);
  return [...new Set([...query.filters.flatMap(({ field }) => factsOf(field)), ...(fact ? [fact] : []), ...query.facets.flatMap(factsOf)])];
}

/**
 * Whether the answer depends on something about this key that nobody was asked yet. A row that a test of known facts rules out stays out,
 * whatever else is told. A test of a pending cell counts for nothing, even where it is decided (`rotation=!denied`): the cell may yet be refused.
 */
export function needsMore(query: KeyQuery, facts: readonly FactField[], row: KeyRow, now: Date): boolean {
  const isPending = (fact: FactField) => row.absent[fact] === "pending";
  if (!facts.some(isPending)) return false;
  const settled = query.filters.filter(({ field }) => !factsOf(field).some(isPending));
  return query.facets.length > 0 || settled.every((filter) => judgeFilter(filter, row, now) !== false);
}
