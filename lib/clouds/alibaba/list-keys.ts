import { FACT_FIELDS } from "../../model/key.ts";
import type { KeyReading } from "../../model/reading.ts";
import type { SourceAddress } from "../../model/source.ts";
import type { KeyPage, ListOptions } from "../cloud.ts";
import type { JsonObject } from "../json-object.ts";
import type { AlibabaAnswer } from "./client.ts";
import { toFilters } from "./filters.ts";
import { checkPageSize, MOST_PER_PAGE, nextPage, pageNumber } from "./next-page.ts";
import { countOf, rowsOf } from "./rows-of.ts";
import type { Sender } from "./signing-keys.ts";

/** One page of ListKeys: ids and ARNs, nothing else. Without PageSize the cloud gives 10. */
export async function listKeys(send: Sender, source: SourceAddress, options: ListOptions = {}): Promise<KeyPage> {
  const page = pageNumber(options.pageToken);
  const filters = toFilters(options.filter ?? {});
  const params = {
    PageNumber: String(page),
    PageSize: String(checkPageSize(options.pageSize ?? MOST_PER_PAGE)),
    ...(filters.json === null ? {} : { Filters: filters.json }),
  };
  const answer = await send({ service: "kms", action: "ListKeys", params, region: source.region });
  const items = distinct(rowsOf(answer, "Keys", "Key", { counted: true }).map((row) => toListed(row, answer)));
  const next = nextPage(answer, { page, rows: items.length, seen: options.seen ?? 0 });
  return { items, next: next === null ? null : String(next), claimed: countOf(answer, "TotalCount"), call: answer.call, pushedDown: filters.fields };
}

function toListed(row: JsonObject, answer: AlibabaAnswer): KeyReading {
  if (typeof row.KeyId !== "string" || !row.KeyId) throw answer.unreadable("key_without_id", "The cloud listed a key without an id.");
  const absent = Object.fromEntries(FACT_FIELDS.map((field) => [field, { reason: "pending" as const }]));
  return { keyId: row.KeyId, arn: typeof row.KeyArn === "string" && row.KeyArn ? row.KeyArn : null, values: {}, absent, raw: row, described: false };
}

function distinct(items: KeyReading[]): KeyReading[] {
  return [...new Map(items.map((item) => [item.keyId, item])).values()];
}
