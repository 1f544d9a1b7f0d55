import type { Facets } from "../../model/answers.ts";
import type { KeyRow } from "../../model/key.ts";
import { compareRows, compareValues, sortValue } from "../../query/compare-rows.ts";
import { compareText } from "../../query/compare-text.ts";
import type { CursorPlace } from "../../query/cursor.ts";
import { encodeCursor } from "../../query/cursor.ts";
import { effectiveFilters } from "../../query/default-query.ts";
import { facetValue } from "../../query/facet-value.ts";
import type { QueryField } from "../../query/fields.ts";
import { judgeFilter, type Verdict } from "../../query/judge.ts";
import type { KeyQuery } from "../../query/query.ts";
import { countFacets, type FacetCell } from "../../store/keys/count-facets.ts";
import { cellOf } from "../../store/keys/profile.ts";

export interface RowsAnswer {
  /** The page. */
  rows: KeyRow[];
  /** Every row that the query lists, in its order. */
  listed: KeyRow[];
  total: number;
  undecided: number;
  facets: Facets;
  next: string | null;
}

/**
 * A query's answer over rows that are all at hand: the same as the index gives over the same rows. `known` are facets of the inventory: their values have a
 * count here too, although it be zero.
 */
export function answerRows(query: KeyQuery, rows: readonly KeyRow[], at: { now: Date; place: CursorPlace | null; known: Facets }): RowsAnswer {
  const { now, place, known } = at;
  const filters = effectiveFilters(query);
  const wanted: Verdict = query.judged === "undecided" ? null : true;
  const judged = rows.map((row) => ({ row, verdicts: filters.map((filter) => judgeFilter(filter, row, now)) }));
  const listed = judged
    .filter(({ verdicts }) => allOf(verdicts) === wanted)
    .map(({ row }) => row)
    .sort(compareRows(query.sort));
  const from = place ? listed.filter((row) => !isAfter(query, row, place)).length : (query.page - 1) * query.size;
  const shown = listed.slice(from, from + query.size);
  const last = shown.at(-1);
  const facets = countFacets(query.facets, (count) => {
    query.facets.forEach((field, facet) => {
      for (const { value } of known[field] ?? []) count(facet, cellOfValue(field, value), 0);
    });
    for (const { row, verdicts } of judged) {
      query.facets.forEach((field, facet) => {
        const others = verdicts.filter((_, i) => filters[i]?.field !== field);
        if (allOf(others) === wanted) count(facet, cellOf(field, row), 1);
      });
    }
  });
  return {
    rows: shown,
    listed,
    total: listed.length,
    undecided: judged.filter(({ verdicts }) => allOf(verdicts) === null).length,
    facets,
    next: last && from + shown.length < listed.length ? encodeCursor(query, { value: sortValue(query.sort, last), ref: last.ref, now }) : null,
  };
}

function cellOfValue(field: QueryField, written: string): FacetCell {
  const value = facetValue(field, written);
  if (value.kind === "text") return value.text;
  return value.kind === "absent" ? [value.reason] : null;
}

function isAfter(query: KeyQuery, row: KeyRow, place: CursorPlace): boolean {
  return (compareValues(sortValue(query.sort, row), place.value, query.sort.descending) || compareText(row.ref, place.ref)) > 0;
}

function allOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(null) ? null : true;
}
