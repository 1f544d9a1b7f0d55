import { FACT_FIELDS, type FactField } from "../../model/key.ts";
import type { KeyReading } from "../../model/reading.ts";
import { Refusal } from "../../model/refusal.ts";
import type { KeyPage, ListOptions } from "../cloud.ts";
import { isJsonObject } from "../json-object.ts";
import { askListing, type Refused, specMember } from "./ask-listing.ts";
import type { Client } from "./client.ts";
import { countOf } from "./count-of.ts";
import { dialectOf } from "./dialects.ts";
import { toQuestion } from "./filters.ts";
import { nextPlace, readPlace } from "./listing-place.ts";
import { nextMarker } from "./next-marker.ts";
import type { HuaweiAnswer } from "./read-answer.ts";
import { toKey } from "./to-key.ts";

/** "Querying the Key List", edition of 2026-06-11: 1 to 2000. */
const MOST_PER_PAGE = 2000;

/**
 * One page of list-keys. Numbers go as text, as the page documents them. `key_details` holds everything that describe-key answers, so no key needs a
 * call of its own; older sites leave members out of it. Several states, and the two kinds of keystore, are as many listings, one after the other.
 */
export async function listKeys(client: Client, source: { region: string; project: string }, options: ListOptions, refused: Refused): Promise<KeyPage> {
  const question = toQuestion(options.filter ?? {}, dialectOf(source.region));
  const { states, keystores, spec, enterpriseProject } = question;
  const at = readPlace(options.pageToken ?? null, question);
  const limit = String(checkPageSize(options.pageSize ?? MOST_PER_PAGE));
  const page = { ...(at.state === null ? {} : { key_state: at.state }), limit, ...(at.marker === null ? {} : { marker: at.marker }) };
  const { answer, left } = await askListing(client, source, { question: { ...question, keystore: at.keystore }, page }, refused);
  const items = itemsOf(answer);
  const isWithoutSpec = left.has("key_spec");
  const isDropped = {
    spec: spec !== null && (isWithoutSpec || left.has(specMember(spec))),
    enterpriseProject: enterpriseProject !== null && left.has("enterprise_project_id"),
    protection: keystores.length > 0 && left.has("keystore_type"),
  };
  return {
    items,
    next: nextPlace(at, question, nextMarker(answer, at.marker, items.length), !isDropped.protection),
    claimed: states.length > 1 || keystores.length > 1 ? null : countOf(answer, "total"),
    call: answer.call,
    pushedDown: [
      ...(states.length > 0 ? ["state"] : []),
      ...(spec !== null && !isDropped.spec ? ["spec"] : []),
      ...(enterpriseProject !== null && !isDropped.enterpriseProject ? ["enterpriseProject"] : []),
      ...(keystores.length > 0 && !isDropped.protection ? ["protection"] : []),
    ],
    refused: Object.entries(isDropped).flatMap(([field, dropped]) => (dropped ? [field] : [])),
    onlySpecs: isWithoutSpec && !items.some(({ values }) => values.spec && values.spec !== "aes-256") ? ["aes-256"] : null,
    isFurther: at.isFurther,
  };
}

/** Ids without details (a member shorter than `keys`, or missing) are kept: such a key is there and not described yet. */
function itemsOf(answer: HuaweiAnswer): KeyReading[] {
  const { keys: ids, key_details: details } = answer.object();
  if (ids === undefined && details === undefined) throw answer.unreadable("list_missing", "The cloud's answer holds no keys.");
  const readings = listOf(answer, details).map((record) => {
    if (!isJsonObject(record)) throw answer.unreadable("list_unreadable", "The cloud's list of keys cannot be read.");
    const reading = toKey(record);
    if (!reading.keyId) throw answer.unreadable("key_without_id", "The cloud listed a key without an id.");
    return asListed(reading);
  });
  const items = new Map(readings.map((reading) => [reading.keyId, reading]));
  for (const id of listOf(answer, ids)) {
    if (typeof id !== "string" || !id) throw answer.unreadable("key_without_id", "The cloud listed a key without an id.");
    if (!items.has(id)) items.set(id, undescribed(id));
  }
  return [...items.values()];
}

/**
 * Lists of the older edition ("Querying the List of CMKs", kms_02_0017) may leave out members that describe-key tells: a key without its spec or usage
 * has to be described, and what it lacks is not known yet.
 */
function asListed(item: KeyReading): KeyReading {
  const lacks = (field: FactField) => item.absent[field]?.reason === "unreported" && item.absent[field].note === undefined;
  if (!lacks("spec") && !lacks("usage")) return item;
  const open = (["spec", "family", "usage", "rotation"] as const).filter(lacks);
  return { ...item, described: false, absent: { ...item.absent, ...Object.fromEntries(open.map((field) => [field, { reason: "pending" as const }])) } };
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

function checkPageSize(size: number): number {
  if (!Number.isInteger(size) || size < 1 || size > MOST_PER_PAGE)
    throw new Refusal("invalid_query", `A page of this cloud holds 1 to ${MOST_PER_PAGE} keys.`, "pageSize");
  return size;
}
