import { effectiveFilters } from "#lib/query/default-query.ts";
import { withFilter } from "#lib/query/edit-query.ts";
import { ruleOf, type QueryField } from "#lib/query/fields.ts";
import { formatValue } from "#lib/query/format-value.ts";
import type { Filter, FilterValue, KeyQuery } from "#lib/query/query.ts";

/** Adds a filter to a view: values join those of a filter that compares in the same way, anything else takes its place. A field has one filter. */
export function joinFilter(query: KeyQuery, filter: Filter): KeyQuery {
  const { kind } = ruleOf(filter.field);
  const known = query.filters.find(({ field }) => field === filter.field);
  const joins = known && kind !== "search" && kind !== "time" && known.negated === filter.negated && known.match === filter.match;
  return withFilter(query, joins ? { ...filter, values: [...known.values, ...filter.values] } : filter);
}

/** The view with nothing but this value of a field. */
export function onlyValue(query: KeyQuery, field: QueryField, value: FilterValue): KeyQuery {
  return withFilter(query, { field, negated: false, match: "equals", values: [value] });
}

/** The view with this value left out: taken from a list that names it beside others, else added to what is none of. */
export function excludeValue(query: KeyQuery, field: QueryField, value: FilterValue): KeyQuery {
  const known = effectiveFilters(query).find((filter) => filter.field === field && filter.match === "equals");
  const others = (known?.values ?? []).filter((other) => formatValue(field, other) !== formatValue(field, value));
  const isListed = known && !known.negated && others.length > 0 && others.length < known.values.length;
  if (isListed) return withFilter(query, { ...known, values: others });
  return withFilter(query, { field, negated: true, match: "equals", values: [...(known?.negated ? others : []), value] });
}
