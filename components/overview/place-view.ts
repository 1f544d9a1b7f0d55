import { DEFAULT_QUERY } from "#lib/query/default-query.ts";
import { withFilter } from "#lib/query/edit-query.ts";
import { formatKeyQuery } from "#lib/query/format-key-query.ts";
import { formatFilter } from "#lib/query/format-value.ts";
import { parseKeyQuery } from "#lib/query/parse-key-query.ts";
import { isPlaceField, PLACE_FIELDS, type PlaceField } from "#lib/query/place-fields.ts";
import type { KeyQuery, QueryFault } from "#lib/query/query.ts";

/** What the address says: which keys are counted, and what of it was not understood or is no place. */
export interface PlaceView {
  query: KeyQuery;
  /** The query string that the API is asked with. */
  request: string;
  faults: QueryFault[];
  /** Parameters that are filters of the table, but not of the overview. */
  left: string[];
}

export function placeView(search: string): PlaceView {
  const given = new URLSearchParams(search);
  // What a plain HTML form sends for "all".
  for (const field of PLACE_FIELDS) if (given.get(field) === "") given.delete(field);
  const { query: asked, faults } = parseKeyQuery(given, "lenient");
  const query = { ...DEFAULT_QUERY, filters: asked.filters.filter(({ field }) => isPlaceField(field)) };
  const known = new Set([...faults.map(({ field }) => field), ...PLACE_FIELDS]);
  return { query, request: formatKeyQuery(query), faults, left: [...new Set(given.keys())].filter((name) => !known.has(name)) };
}

/** The table's address for the places of this view and what else is asked: `deletes=..7d&sort=deletes`. What is asked takes the place of what is there. */
export function keysHref({ query }: Pick<PlaceView, "query">, asked = ""): string {
  const { filters, sort } = parseKeyQuery(asked, "lenient").query;
  const canonical = formatKeyQuery({ ...filters.reduce((all, filter) => withFilter(all, filter), query), sort });
  return canonical ? `/keys?${canonical}` : "/keys";
}

/** This page's address with another place; empty takes the filter away. */
export function overviewHref({ query }: Pick<PlaceView, "query">, field: PlaceField, written: string): string {
  const rest = { ...query, filters: query.filters.filter((filter) => filter.field !== field) };
  const added = parseKeyQuery(new URLSearchParams(written ? { [field]: written } : {}), "lenient").query.filters;
  const canonical = formatKeyQuery(added.reduce((all, filter) => withFilter(all, filter), rest));
  return canonical ? `/overview?${canonical}` : "/overview";
}

/** What the address says of a place, as a select holds it; empty when it says nothing. */
export function writtenPlace({ query }: Pick<PlaceView, "query">, field: PlaceField): string {
  const filter = query.filters.find((known) => known.field === field);
  return filter ? formatFilter(filter) : "";
}
