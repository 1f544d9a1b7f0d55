import type { SourceAddress } from "../../model/source.ts";
import type { JsonObject } from "../json-object.ts";
import type { AlibabaAnswer, AlibabaCall } from "./client.ts";
import { MOST_PER_PAGE, nextPage } from "./next-page.ts";
import { countOf, rowsOf } from "./rows-of.ts";
import type { Sender } from "./signing-keys.ts";

interface Listing {
  action: string;
  params?: Readonly<Record<string, string>>;
  lane?: AlibabaCall["lane"];
  /** The members that the rows are nested in, and the one that names a row. */
  outer: string;
  inner: string;
  id: string;
  mostPages: number;
}

/**
 * A short list whole: every row with its id, once, and the last answer.
 * @throws CloudError `protocol` for a row without id, for pages that go in circles, and for a list that does not end
 */
export async function allPages(send: Sender, source: SourceAddress, listing: Listing): Promise<{ rows: Map<string, JsonObject>; answer: AlibabaAnswer }> {
  const { action, params = {}, lane, outer, inner, id, mostPages } = listing;
  const rows = new Map<string, JsonObject>();
  for (let page = 1; ; ) {
    const paging = { PageNumber: String(page), PageSize: String(MOST_PER_PAGE) };
    const answer = await send({ service: "kms", action, params: { ...params, ...paging }, region: source.region, ...(lane ? { lane } : {}) });
    const before = rows.size;
    const listed = rowsOf(answer, outer, inner, { counted: true });
    for (const row of listed) rows.set(idOf(row, id, answer), row);
    if (listed.length > 0 && rows.size === before) throw answer.unreadable("page_repeated", `A page of ${outer} brought only what was listed already.`);
    const next = nextPage(answer, { page, rows: rows.size - before, seen: before });
    if (next === null && rows.size < (countOf(answer, "TotalCount") ?? 0))
      throw answer.unreadable("list_short", `The list of ${outer} ended before its total.`);
    if (next === null) return { rows, answer };
    if (next > mostPages) throw answer.unreadable("listing_endless", `The list of ${outer} did not end after ${mostPages} pages.`);
    page = next;
  }
}

function idOf(row: JsonObject, name: string, answer: AlibabaAnswer): string {
  const id = row[name];
  if (typeof id !== "string" || !id) throw answer.unreadable("row_unreadable", `The cloud's list lacks a ${name}.`);
  return id;
}
