import { FACT_FIELDS } from "../../model/key.ts";
import type { KeyReading } from "../../model/reading.ts";
import { Refusal } from "../../model/refusal.ts";
import type { KeyPage, ListOptions } from "../cloud.ts";
import { isJsonObject } from "../json-object.ts";
import type { Client } from "./client.ts";
import { toFilters } from "./filters.ts";
import { textOf } from "./text-of.ts";
import { toKey } from "./to-key.ts";
import { flagOf } from "./words.ts";
import type { HuaweiAnswer } from "./read-answer.ts";

/** "Querying the Key List", edition of 2026-06-11: 1 to 2000. */
const MOST_PER_PAGE = 2000;

/**
 * One page of list-keys. Numbers go as text, as the page documents them; `key_spec` is always sent, since without it only AES_256 keys come.
 * `key_details` holds everything that describe-key answers, so no key needs a call of its own.
 */
export async function listKeys(client: Client, source: { region: string; project: string }, options: ListOptions = {}): Promise<KeyPage> {
  const marker = checkMarker(options.pageToken ?? null);
  const filters = toFilters(options.filter ?? {});
  const body = { key_spec: "ALL", ...filters.body, limit: String(checkPageSize(options.pageSize ?? MOST_PER_PAGE)), ...(marker === null ? {} : { marker }) };
  const answer = await client.kms(source, { operation: "list-keys", method: "POST", path: "list-keys", body });
  const items = itemsOf(answer);
  return { items, next: nextMarker(answer, marker, items.length), claimed: totalOf(answer), call: answer.call, pushedDown: filters.fields };
}

/** Ids without details (a member shorter than `keys`, or missing) are kept: such a key is there and not described yet. */
function itemsOf(answer: HuaweiAnswer): KeyReading[] {
  const { keys: ids, key_details: details } = answer.object();
  if (ids === undefined && details === undefined) throw answer.unreadable("list_missing", "The cloud's answer holds no keys.");
  const readings = listOf(answer, details).map((record) => {
    if (!isJsonObject(record)) throw answer.unreadable("list_unreadable", "The cloud's list of keys cannot be read.");
    const reading = toKey(record);
    if (!reading.keyId) throw answer.unreadable("key_without_id", "The cloud listed a key without an id.");
    return reading;
  });
  const items = new Map(readings.map((reading) => [reading.keyId, reading]));
  for (const id of listOf(answer, ids)) {
    if (typeof id !== "string" || !id) throw answer.unreadable("key_without_id", "The cloud listed a key without an id.");
    if (!items.has(id)) items.set(id, undescribed(id));
  }
  return [...items.values()];
}

function undescribed(keyId: string): KeyReading {
  return {
    keyId,
    arn: null,
    values: {},
    absent: Object.fromEntries(FACT_FIELDS.map((field) => [field, { reason: "pending" as const }])),
    raw: { key_id: keyId },
    described: false,
  };
}

function listOf(answer: HuaweiAnswer, list: unknown): unknown[] {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) throw answer.unreadable("list_unreadable", "The cloud's list of keys cannot be read.");
  return list;
}

/**
 * `truncated` is text ("false" is truthy) and `next_marker` an offset. The listing ends when both say so; public clients trust one or the
 * other, so where they contradict each other nobody knows whether there is more.
 */
function nextMarker(answer: HuaweiAnswer, marker: string | null, count: number): string | null {
  const body = answer.object();
  const isMore = flagOf(body.truncated);
  const next = textOf(body.next_marker) ?? "";
  if (isMore === undefined || isMore !== (next !== ""))
    throw answer.unreadable("paging_contradicts", "The cloud says both that there are more keys and that there are not.");
  if (!isMore) return null;
  if (count === 0) throw answer.unreadable("page_empty", "The cloud says that there are more keys and lists none.");
  if (next === marker) throw answer.unreadable("page_token_repeated", "The cloud gave the page token that was sent.");
  return next;
}

function totalOf(answer: HuaweiAnswer): number | null {
  const total = textOf(answer.object().total);
  if (total === undefined || total === "") return null;
  if (!/^\d{1,9}$/.test(total)) throw answer.unreadable("count_unreadable", "The cloud's total is not a count.");
  return Number(total);
}

function checkMarker(token: string | null): string | null {
  if (token !== null && !/^[\w.-]{1,128}$/.test(token)) throw new Refusal("invalid_query", "This is not a page token of this cloud.", "pageToken");
  return token;
}

function checkPageSize(size: number): number {
  if (!Number.isInteger(size) || size < 1 || size > MOST_PER_PAGE)
    throw new Refusal("invalid_query", `A page of this cloud holds 1 to ${MOST_PER_PAGE} keys.`, "pageSize");
  return size;
}
