import { FACT_FIELDS } from "../../model/key.ts";
import { CloudError } from "../../model/problem.ts";
import type { KeyReading } from "../../model/reading.ts";
import type { SourceAddress } from "../../model/source.ts";
import type { KeyPage, ListOptions } from "../cloud.ts";
import type { JsonObject } from "../json-object.ts";
import type { AlibabaAnswer } from "./client.ts";
import { explainEmpty } from "./explain-empty.ts";
import { NEWER, toFilters } from "./filters.ts";
import { checkPageSize, formatPageToken, MOST_PER_PAGE, nextPage, parsePageToken } from "./next-page.ts";
import { countOf, rowsOf } from "./rows-of.ts";
import type { Sender } from "./signing-keys.ts";

export type ListKeys = (source: SourceAddress, options?: ListOptions) => Promise<KeyPage>;

/**
 * ListKeys, page by page: ids and ARNs, nothing else. Without PageSize the cloud gives 10. A region that refuses the newer filter keys is asked again without
 * them, and one that refuses the old ones too without any, at once and from then on; the page token keeps a listing as it began, since a filter that comes or goes in the middle would shift its pages.
 */
export function openListing(send: Sender): ListKeys {
  const refusedAt = new Map<string, readonly string[]>();
  return async (source, options = {}) => {
    const { page, without } = parsePageToken(options.pageToken);
    const filter = options.filter ?? {};
    const learnt = page === 1 ? (refusedAt.get(source.region) ?? []) : without;
    const known = toFilters(filter).fields.filter((field) => learnt.includes(field));
    let first: unknown = null;
    for (let refused = known; ; ) {
      try {
        const answer = await askPage(send, source, options, { page, refused });
        if (first !== null) refusedAt.set(source.region, [...new Set([...(refusedAt.get(source.region) ?? []), ...refused])]);
        if (page === 1 && answer.items.length === 0 && !answer.claimed && Object.keys(filter).length === 0) await explainEmpty(send, source);
        return answer;
      } catch (error) {
        first ??= error;
        const left = toFilters(filter, refused).fields;
        if (page > 1 || left.length === 0 || !isBadRequest(error)) throw first;
        const newer = left.filter((field) => NEWER.includes(field));
        refused = [...refused, ...(newer.length > 0 ? newer : left)];
      }
    }
  };
}

async function askPage(send: Sender, source: SourceAddress, options: ListOptions, at: { page: number; refused: string[] }): Promise<KeyPage> {
  const filters = toFilters(options.filter ?? {}, at.refused);
  const params = {
    PageNumber: String(at.page),
    PageSize: String(checkPageSize(options.pageSize ?? MOST_PER_PAGE)),
    ...(filters.json === null ? {} : { Filters: filters.json }),
  };
  const answer = await send({ service: "kms", action: "ListKeys", params, region: source.region });
  const items = distinct(rowsOf(answer, "Keys", "Key", { counted: true }).map((row) => toListed(row, answer)));
  const next = nextPage(answer, { page: at.page, rows: items.length, seen: options.seen ?? 0 });
  return {
    items,
    next: next === null ? null : formatPageToken(next, at.refused),
    claimed: countOf(answer, "TotalCount"),
    call: answer.call,
    pushedDown: filters.fields,
    ...(at.refused.length > 0 ? { refused: at.refused } : {}),
  };
}

/** The cloud understood the call and would not have its parameters: codes differ, the status does not. */
function isBadRequest(error: unknown): boolean {
  return error instanceof CloudError && error.kind === "protocol" && (error.status === 400 || /^(InvalidParameter|UnsupportedOperation)/.test(error.code));
}

function toListed(row: JsonObject, answer: AlibabaAnswer): KeyReading {
  if (typeof row.KeyId !== "string" || !row.KeyId) throw answer.unreadable("key_without_id", "The cloud listed a key without an id.");
  const absent = Object.fromEntries(FACT_FIELDS.map((field) => [field, { reason: "pending" as const }]));
  return { keyId: row.KeyId, arn: typeof row.KeyArn === "string" && row.KeyArn ? row.KeyArn : null, values: {}, absent, raw: row, described: false };
}

function distinct(items: KeyReading[]): KeyReading[] {
  return [...new Map(items.map((item) => [item.keyId, item])).values()];
}
