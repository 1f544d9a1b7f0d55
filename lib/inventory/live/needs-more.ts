import type { FactField, KeyRow } from "../../model/key.ts";
import { ruleOf } from "../../query/fields.ts";
import { judge } from "../../query/judge.ts";
import type { KeyQuery } from "../../query/query.ts";
import { factsOf } from "../../query/test-value.ts";

/** The facts that decide which rows a query lists, in which order, and what its facets count. */
export function decidingFacts(query: KeyQuery): FactField[] {
  const { fact } = ruleOf(query.sort.field);
  return [...new Set([...query.filters.flatMap(({ field }) => factsOf(field)), ...(fact ? [fact] : []), ...query.facets.flatMap(factsOf)])];
}

/** Whether the answer depends on something about this key that nobody was asked yet. A row that is out already stays out, whatever else is told. */
export function needsMore(query: KeyQuery, facts: readonly FactField[], row: KeyRow, now: Date): boolean {
  if (!facts.some((fact) => row.absent[fact] === "pending")) return false;
  return query.facets.length > 0 || judge(query, row, now) !== false;
}
