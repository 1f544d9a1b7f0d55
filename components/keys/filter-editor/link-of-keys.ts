import { withFilter } from "#lib/query/edit-query.ts";
import type { Filter } from "#lib/query/query.ts";
import { formatKeyQuery } from "#lib/query/format-key-query.ts";
import { hrefOf, requestOf, type KeyView } from "../key-view.ts";

/** What an address may be long in the API's question: below its 8,000 characters, with room for the longer names of parameters. */
const LONGEST = 7900;

/**
 * The address that shows exactly these keys, whatever state they are in, and no other filter. A key's ref has 12 characters, so that 500 of them fit
 * into one link. `href` is null when there is none to show, or when they do not fit beside the rest of the view; `most` is how many do.
 */
export function linkOfKeys(view: KeyView, refs: readonly string[]): { href: string | null; most: number } {
  const filters: Filter[] = [
    { field: "presence", negated: false, match: "equals", values: ["gone", "missing", "present"].map((text) => ({ kind: "text", text })) },
    { field: "ref", negated: false, match: "equals", values: refs.map((text) => ({ kind: "text", text })) },
  ];
  const bare = { ...view.query, filters: [], judged: "yes" as const, key: null, live: false };
  const query = filters.reduce(withFilter, bare);
  const length = formatKeyQuery(requestOf(query)).length;
  const perKey = (refs[0]?.length ?? 12) + 1;
  const most = Math.max(0, Math.floor((LONGEST - (length - refs.length * perKey)) / perKey));
  return { href: refs.length > 0 && refs.length <= Math.min(most, 500) ? hrefOf(query) : null, most: Math.min(most, 500) };
}
