import { QUERY_FIELDS, ruleOf, type QueryField } from "./fields.ts";
import type { Filter, KeyQuery } from "./query.ts";

/** What an empty query string means. A shared link stands on these defaults: they do not change. */
export const DEFAULT_QUERY: KeyQuery = {
  filters: [],
  judged: "yes",
  sort: { field: "alias", descending: false },
  page: 1,
  size: 50,
  cursor: null,
  facets: [],
  key: null,
  live: false,
};

/** Gone keys are shown only when asked for. */
const DEFAULT_PRESENCE: Filter = {
  field: "presence",
  negated: false,
  match: "equals",
  values: [
    { kind: "text", text: "missing" },
    { kind: "text", text: "present" },
  ],
};

/** The filters that rows must pass: those of the link, and the default of `presence` where the link names none. */
export function effectiveFilters(query: Pick<KeyQuery, "filters">): Filter[] {
  return query.filters.some(({ field }) => field === "presence") ? query.filters : inOrder([...query.filters, DEFAULT_PRESENCE]);
}

/** Filters in canonical order; one that says the same as its default is left out. */
export function canonicalFilters(filters: readonly Filter[]): Filter[] {
  return inOrder(filters.filter((filter) => !(filter.field === "presence" && isDefaultPresence(filter))));
}

function inOrder(filters: Filter[]): Filter[] {
  return filters.toSorted((a, b) => QUERY_FIELDS.indexOf(a.field) - QUERY_FIELDS.indexOf(b.field));
}

function isDefaultPresence({ negated, values }: Filter): boolean {
  return !negated && values.length === 2 && values.every((value) => value.kind === "text" && value.text !== "gone");
}

/** Fields that `facets=` takes, in canonical order. */
export const FACET_FIELDS = QUERY_FIELDS.filter((field) => ruleOf(field).facet);

/** Fields that `sort=` takes. */
export function isSortField(field: QueryField): boolean {
  return ruleOf(field).sort !== false;
}
