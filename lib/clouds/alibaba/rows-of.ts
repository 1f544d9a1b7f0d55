import { isJsonObject, type JsonObject } from "../json-object.ts";
import type { AlibabaAnswer } from "./client.ts";

/**
 * The rows of a list answer. On the wire they are nested, `{"Keys":{"Key":[…]}}` (API metadata and SDK models of Kms 2016-01-20); the page
 * "ListKeys" prints them flat, `{"Keys":[…]}`; a single row can come without its list. A missing or null list is empty only where the answer
 * counts its rows: without a total nobody said that it is a list.
 */
export function rowsOf(answer: AlibabaAnswer, outer: string, inner: string, options: { counted: boolean }): JsonObject[] {
  const list = answer.body[outer];
  if (list === undefined || list === null) return noRows(answer, outer, options);
  const rows = isJsonObject(list) ? list[inner] : list;
  if (rows === undefined || rows === null) return noRows(answer, outer, options);
  const all = Array.isArray(rows) ? rows : [rows];
  if (!all.every(isJsonObject)) throw answer.unreadable("list_unreadable", `The cloud's list of ${outer} cannot be read.`);
  return all;
}

function noRows(answer: AlibabaAnswer, outer: string, { counted }: { counted: boolean }): JsonObject[] {
  if (counted && countOf(answer, "TotalCount") === null) throw answer.unreadable("list_missing", `The cloud's answer holds no ${outer}.`);
  return [];
}

/** What a database holds as a whole number, and more keys than any account has. */
const MOST = 2 ** 31 - 1;

/** A count of the answer, which may come as text; null where it is missing. */
export function countOf(answer: AlibabaAnswer, name: string): number | null {
  const value = answer.body[name];
  if (value === undefined || value === null || value === "") return null;
  const count = typeof value === "number" ? value : typeof value === "string" && /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (!Number.isInteger(count) || count < 0 || count > MOST) throw answer.unreadable("count_unreadable", `The cloud's ${name} is not a count.`);
  return count;
}
