import { canonicalFilter } from "./canonical-filter.ts";
import { canonicalFilters, DEFAULT_QUERY, effectiveFilters } from "./default-query.ts";
import type { QueryField } from "./fields.ts";
import { formatValue } from "./format-value.ts";
import type { Filter, FilterValue, KeyQuery } from "./query.ts";

/** The view with this filter in place of the field's own; a filter without values removes it. Any change of filters leads to page 1. */
export function withFilter(query: KeyQuery, filter: Filter): KeyQuery {
  const others = query.filters.filter(({ field }) => field !== filter.field);
  const filters = filter.values.length ? [...others, canonicalFilter(filter)] : others;
  return { ...query, filters: canonicalFilters(filters), page: 1, cursor: null };
}

export function withoutFilter(query: KeyQuery, field: QueryField): KeyQuery {
  return withFilter(query, { field, negated: false, match: "equals", values: [] });
}

/** The view without any filter; sort, size and the open key stay. */
export function withoutFilters(query: KeyQuery): KeyQuery {
  return { ...query, filters: [], judged: DEFAULT_QUERY.judged, page: 1, cursor: null };
}

export function filterOf(query: KeyQuery, field: QueryField): Filter | null {
  return query.filters.find((filter) => filter.field === field) ?? null;
}

/** A value of a facet as its filter says it; `value` is as facets and `formatValue` write it, without escapes. */
export function toggleValue(query: KeyQuery, field: QueryField, value: FilterValue): KeyQuery {
  const filter = effectiveFilters(query).find((known) => known.field === field) ?? { field, negated: false, match: "equals" as const, values: [] };
  const wanted = formatValue(field, value);
  const others = filter.values.filter((known) => formatValue(field, known) !== wanted);
  const values = others.length === filter.values.length ? [...others, value] : others;
  return withFilter(query, { ...filter, values });
}

/** Whether a list names this value: what a facet's checkbox shows. */
export function namesValue(query: KeyQuery, field: QueryField, value: FilterValue): boolean {
  const filter = effectiveFilters(query).find((known) => known.field === field);
  return filter?.values.some((known) => formatValue(field, known) === formatValue(field, value)) ?? false;
}
