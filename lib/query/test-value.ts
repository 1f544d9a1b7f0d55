import type { FactField, KeyRow } from "../model/key.ts";
import { type AbsentReason, UNDECIDED_REASONS } from "../model/vocabulary.ts";
import { type QueryField, ruleOf } from "./fields.ts";
import type { Filter, FilterValue } from "./query.ts";
import { resolveRange } from "./resolve-range.ts";
import { aliasText, bareAlias, bareAliases, foldAscii, searchText, tagPairs } from "./search-text.ts";

/** The facts behind a field, the one that counts first. `alias` tests all aliases, and `q` looks in everything that is text. */
const FACTS: Partial<Record<QueryField, readonly FactField[]>> = {
  alias: ["alias", "aliases"],
  q: ["alias", "aliases", "description", "tags"],
};

/** The facts that a filter on this field tests; none for what is always known. */
export function factsOf(field: QueryField): readonly FactField[] {
  const { fact } = ruleOf(field);
  return FACTS[field] ?? (fact ? [fact] : []);
}

/** Why a field's cell holds no value, or null. Free text is undecided while one of the texts is; no other reason keeps it from an answer. */
export function absentReason(field: QueryField, row: KeyRow): AbsentReason | null {
  const { fact } = ruleOf(field);
  const reasons = factsOf(field).flatMap((name) => row.absent[name] ?? []);
  const undecided = reasons.find((reason) => (UNDECIDED_REASONS as readonly string[]).includes(reason));
  if (undecided) return undecided;
  // An alias that is told answers for aliases that this cloud never lists.
  return fact ? (row.absent[fact] ?? null) : null;
}

/** Whether what we hold of a cell passes one value of a filter; a cell without a value passes none but `none`, and that only if said empty. */
export function testValue(filter: Filter, value: FilterValue, row: KeyRow, now: Date): boolean {
  switch (value.kind) {
    case "none":
      return absentReason(filter.field, row) === null && isEmpty(filter.field, row);
    case "any":
      return !isEmpty(filter.field, row);
    case "range":
      return inRange(value, row[ruleOf(filter.field).property], now);
    case "tag":
      return testTag(filter, value, row);
    case "text":
      return testText(filter, value.text, row);
    case "absent":
      return absentReason(filter.field, row) === value.reason;
  }
}

function isEmpty(field: QueryField, row: KeyRow): boolean {
  if (field === "alias") return bareAliases(row).length === 0;
  if (field === "tag") return Object.keys(row.tags ?? {}).length === 0;
  return row[ruleOf(field).property] === null;
}

function inRange(range: Extract<FilterValue, { kind: "range" }>, time: KeyRow[keyof KeyRow], now: Date): boolean {
  if (typeof time !== "string") return false;
  const { fromMs, toMs } = resolveRange(range, now);
  const at = Date.parse(time);
  return (fromMs === null || at >= fromMs) && (toMs === null || at <= toMs);
}

function testTag({ match }: Filter, wanted: Extract<FilterValue, { kind: "tag" }>, row: KeyRow): boolean {
  const tags = row.tags ?? {};
  if (match === "equals") return Object.hasOwn(tags, wanted.key) && (wanted.value === null || tags[wanted.key] === wanted.value);
  const key = wanted.key.toLowerCase();
  if (wanted.value === null) return tagPairs(row).some(([name]) => compares(match, name, key));
  const value = wanted.value.toLowerCase();
  return tagPairs(row).some(([name, held]) => name === key && compares(match, held, value));
}

function testText({ field, match }: Filter, text: string, row: KeyRow): boolean {
  if (field === "q") return searchText(row).includes(text.toLowerCase());
  if (field === "alias") return testAlias(match, text, row);
  if (match === "equals") return texts(field, row).includes(text);
  const fold = field === "description" || field === "account" ? (held: string) => held.toLowerCase() : foldAscii;
  return texts(field, row).some((held) => compares(match, fold(held), fold(text)));
}

/** `alias/` may stand before the alias and before what is asked for, or not. */
function testAlias(match: Filter["match"], text: string, row: KeyRow): boolean {
  if (match === "equals") return bareAliases(row).includes(bareAlias(text));
  const wanted = text.toLowerCase();
  const begins = aliasText(row).includes(`\n${bareAlias(wanted)}`);
  if (match === "starts-with") return begins;
  return aliasText(row).includes(wanted) || (wanted !== bareAlias(wanted) && begins);
}

function texts(field: QueryField, row: KeyRow): string[] {
  if (field === "account") return [row.account.id, row.account.name];
  const held = field === "id" ? [row.keyId, row.arn] : [row[ruleOf(field).property]];
  return held.filter((value) => typeof value === "string");
}

function compares(match: Filter["match"], held: string, wanted: string): boolean {
  return match === "contains" ? held.includes(wanted) : held.startsWith(wanted);
}
