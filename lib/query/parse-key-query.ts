import { Refusal } from "../model/refusal.ts";
import { canonicalFilters, DEFAULT_QUERY } from "./default-query.ts";
import { fault, short } from "./fault.ts";
import { FIELDS, type QueryField } from "./fields.ts";
import { isControl, parseControl } from "./parse-control.ts";
import { parseFilter } from "./parse-filter.ts";
import type { Filter, KeyQuery, QueryFault } from "./query.ts";

/** Decoded characters of all names and values together. Longer links break in proxies and mail before they break here. */
const LONGEST = 8000;

export interface ParsedQuery {
  query: KeyQuery;
  faults: QueryFault[];
}

/**
 * A query string as a view. `lenient`, for pages: each part that was not understood is left out and named in `faults`, in the order of the link;
 * of a list the values in order are kept, of a repeated parameter the first.
 * `strict`, for the API: throws a Refusal `invalid_query` for the first fault, naming its field.
 */
export function parseKeyQuery(params: URLSearchParams | string, mode: "strict" | "lenient"): ParsedQuery {
  const given = typeof params === "string" ? new URLSearchParams(params) : params;
  const faults: QueryFault[] = [];
  const filters: Filter[] = [];
  const query = { ...DEFAULT_QUERY };
  const seen = new Set<string>();
  let left = LONGEST;
  for (const [name, written] of given) {
    left -= name.length + written.length;
    if (left < 0) faults.push(fault("malformed", name, written, `${short(name)} makes the query longer than ${LONGEST} characters`));
    else if (seen.has(name)) faults.push(fault("repeated-field", name, written, `${short(name)} stands there twice; values of one field are joined by commas`));
    else faults.push(...parsePart(name, written, filters, query));
    seen.add(name);
  }
  if (query.cursor !== null && seen.has("page")) {
    faults.push(fault("malformed", "cursor", query.cursor, "cursor and page cannot stand together"));
    query.cursor = null;
  }
  const [first] = faults;
  if (mode === "strict" && first) throw new Refusal("invalid_query", first.message, first.field);
  return { query: { ...query, filters: canonicalFilters(filters) }, faults };
}

/** The API's reading: the query, or a Refusal `invalid_query` that names the field at fault. */
export function parseStrict(params: URLSearchParams | string): KeyQuery {
  return parseKeyQuery(params, "strict").query;
}

/** Adds what one parameter says to `filters` or `query`. */
function parsePart(name: string, written: string, filters: Filter[], query: KeyQuery): QueryFault[] {
  // What a plain HTML form sends for an empty search box: nothing was searched for.
  if (name === "q" && written === "") return [];
  if (Object.hasOwn(FIELDS, name)) {
    const { filter, faults } = parseFilter(name as QueryField, written);
    if (filter) filters.push(filter);
    return faults;
  }
  if (!isControl(name)) return [fault("unknown-field", name, written, `${short(name)}=${short(written)} is no known field`)];
  const { part, faults } = parseControl(name, written);
  Object.assign(query, part);
  return faults;
}
