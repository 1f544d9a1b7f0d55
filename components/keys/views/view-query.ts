import type { SavedView } from "#lib/model/view.ts";
import { formatKeyQuery } from "#lib/query/format-key-query.ts";
import type { PageSize } from "#lib/query/query.ts";
import { keyView } from "../key-view.ts";

/** The server reads everybody's views, and each may be edited without end. */
const MOST_KNOWN = 500;
const known = new Map<string, string>();

/** What of a saved query makes the view: filters, judged and sort, as `KeyView.shared` says it. How many rows a page holds is not part of it. */
export function sharedOf(written: string): string {
  const shared = known.get(written) ?? keyView(written).shared;
  if (known.size >= MOST_KNOWN && !known.has(written)) known.clear();
  known.set(written, shared);
  return shared;
}

/** The plain link to a view, with as many keys a page as its reader likes, unless the view says how many. */
export function viewHref({ query }: Pick<SavedView, "query">, size: number | null): string {
  const read = keyView(query);
  const hasOwn = new URLSearchParams(query).has("size");
  return read.href({ ...read.query, size: hasOwn || size === null ? read.query.size : (size as PageSize) });
}

/** All keys, by an address that says so: `/keys` alone leads to where its reader starts. */
export function allKeysHref(startsElsewhere: boolean, size: number | null): string {
  const search = formatKeyQuery({ ...keyView("").query, size: (size ?? 50) as PageSize });
  return search ? `/keys?${search}` : startsElsewhere ? "/keys?page=1" : "/keys";
}

/** Where `/keys` alone leads, or null: to itself. */
export function startHref(views: readonly SavedView[], size: number | null): string | null {
  const start = views.find(({ isDefault }) => isDefault);
  const href = start ? viewHref(start, size) : allKeysHref(false, size);
  // A view of no filter is all keys, by the address that leads nowhere else.
  return href !== "/keys" ? href : start ? "/keys?page=1" : null;
}
