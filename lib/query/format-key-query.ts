import { canonicalFilter } from "./canonical-filter.ts";
import { canonicalFilters, DEFAULT_QUERY, FACET_FIELDS } from "./default-query.ts";
import { encodeReadable } from "./encode-readable.ts";
import { formatFilter } from "./format-value.ts";
import type { KeyQuery } from "./query.ts";

/** The one canonical query string of a view, without `?`: empty for the default view. Defaults omitted, fixed order, values sorted. */
export function formatKeyQuery(query: KeyQuery): string {
  const { sort, facets } = query;
  const parts: [string, string | null][] = [
    ...canonicalFilters(query.filters.map(canonicalFilter)).map((filter): [string, string] => [filter.field, formatFilter(filter)]),
    ["judged", query.judged === DEFAULT_QUERY.judged ? null : query.judged],
    ["live", query.live ? "true" : null],
    ["facets", facets.length ? FACET_FIELDS.filter((field) => facets.includes(field)).join(",") : null],
    ["sort", sort.field === "alias" && !sort.descending ? null : `${sort.descending ? "-" : ""}${sort.field}`],
    ["page", query.page === 1 ? null : String(query.page)],
    ["size", query.size === DEFAULT_QUERY.size ? null : String(query.size)],
    ["cursor", query.cursor],
    ["key", query.key],
  ];
  return parts.flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeReadable(value)}`])).join("&");
}
