import type { KeyRow } from "../model/key.ts";
import { compareText } from "./compare-text.ts";
import { ruleOf } from "./fields.ts";
import type { KeyQuery } from "./query.ts";
import { firstCharacters, foldAscii, SORT_LENGTH, sortText } from "./search-text.ts";

/** What a row is sorted by: lower-cased text, milliseconds, or null for what is absent or empty. */
export function sortValue(sort: KeyQuery["sort"], row: KeyRow): string | number | null {
  if (sort.field === "account") return sortText(row.account.name);
  const rule = ruleOf(sort.field);
  const held = row[rule.property];
  if (typeof held !== "string") return null;
  if (rule.kind === "time") return Date.parse(held);
  return sort.field === "alias" || sort.field === "description" ? sortText(held) : firstCharacters(foldAscii(held), SORT_LENGTH);
}

/** The order of rows: by code point or by time, absent last both ways, ties by ref ascending both ways. A total order. */
export function compareRows(sort: KeyQuery["sort"]): (a: KeyRow, b: KeyRow) => number {
  return (a, b) => compareValues(sortValue(sort, a), sortValue(sort, b), sort.descending) || compareText(a.ref, b.ref);
}

/** The same on values that `sortValue` gave. */
export function compareValues(a: string | number | null, b: string | number | null, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = typeof a === "number" || typeof b === "number" ? Number(a) - Number(b) : compareText(a, b);
  return descending ? -order : order;
}
