import { compareText } from "./compare-text.ts";
import { formatValue } from "./format-value.ts";
import type { Filter } from "./query.ts";

/** The filter with its values sorted and deduplicated, and no operator that compares nothing (`~` before `none` alone). */
export function canonicalFilter(filter: Filter): Filter {
  const byText = new Map(filter.values.map((value) => [formatValue(filter.field, value), value]));
  const values = [...byText].sort(([a], [b]) => compareText(a, b)).map(([, value]) => value);
  const comparesText = values.some((value) => value.kind === "text" || value.kind === "tag");
  const match = filter.field === "q" ? "contains" : comparesText ? filter.match : "equals";
  return { field: filter.field, negated: filter.negated, match, values };
}
