import { CloudError } from "../model/problem.ts";
import type { SourceAddress } from "../model/source.ts";
import type { Connection, KeyPage, NativeFilter } from "./cloud.ts";

/** Beyond any quota of any cloud; a listing that goes on is going in circles. */
const MOST_PAGES = 100_000;

/**
 * All pages of a source's listing, one after the other. Only `next: null` ends it.
 * @throws CloudError `protocol` when a token comes twice or a page that is not empty brings no key that is new (unless it is of a further listing)
 */
export async function* walkKeys(
  connection: Pick<Connection, "listKeys">,
  source: SourceAddress,
  options: { filter?: NativeFilter; pageSize?: number } = {},
): AsyncGenerator<KeyPage> {
  const keyIds = new Set<string>();
  const tokens = new Set<string>();
  let pageToken: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page: KeyPage = await connection.listKeys(source, { ...options, pageToken, seen: keyIds.size });
    const before = keyIds.size;
    for (const item of page.items) keyIds.add(item.keyId);
    if (page.items.length > 0 && keyIds.size === before && !page.isFurther)
      throw goesInCircles(page, "page_repeated", "A page of the listing brought only keys that were listed already.");
    yield page;
    if (page.next === null) return;
    if (tokens.has(page.next)) throw goesInCircles(page, "page_token_repeated", "The listing gave the same page token twice.");
    tokens.add(page.next);
    pageToken = page.next;
  }
  throw new CloudError({ kind: "protocol", operation: "list", code: "listing_endless", message: `The listing did not end after ${MOST_PAGES} pages.` });
}

function goesInCircles(page: KeyPage, code: string, message: string): CloudError {
  return new CloudError({ kind: "protocol", operation: page.call.operation, code, message, requestId: page.call.requestId });
}
