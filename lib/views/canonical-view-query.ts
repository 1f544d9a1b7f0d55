import { Refusal } from "../model/refusal.ts";
import { formatKeyQuery } from "../query/format-key-query.ts";
import { parseStrict } from "../query/parse-key-query.ts";

/** Below the 8 KB of an address, with room for facets, page and the open key. */
const LONGEST = 7500;

/**
 * The canonical query string of what a view shows: filters, judged, sort and size; without what is of a moment (page, cursor, open key, live) and of a request
 * (facets). Throws Refusal `invalid_body` at `query` in the grammar's words.
 */
export function canonicalViewQuery(written: string): string {
  const query = formatKeyQuery({ ...strictly(written), page: 1, cursor: null, key: null, live: false, facets: [] });
  if (query.length > LONGEST) throw new Refusal("invalid_body", `query: longer than ${LONGEST} characters as an address.`, "query");
  return query;
}

function strictly(written: string) {
  if (!isWellEscaped(written)) throw new Refusal("invalid_body", "query: holds a broken percent-escape.", "query");
  try {
    return parseStrict(written);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal("invalid_body", `query: ${error.message}`, "query", error);
    throw error;
  }
}

/** `URLSearchParams` would swallow what is not an escape of valid UTF-8. */
function isWellEscaped(written: string): boolean {
  try {
    decodeURIComponent(written);
    return true;
  } catch {
    return false;
  }
}
