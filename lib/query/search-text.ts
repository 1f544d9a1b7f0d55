import type { KeyRow } from "../model/key.ts";

/**
 * The texts that searches look in. They are made here for the store's columns and for live rows alike, so that both find the same.
 * A newline stands before and after each part: a part begins where `\n` + text is found.
 */
const framed = (parts: readonly string[]) => (parts.length ? `\n${parts.join("\n")}\n`.toLowerCase() : "");

/** All that `q` looks in: aliases, id, ARN/URN, description and tags, lower-cased. */
export function searchText(row: Pick<KeyRow, "alias" | "aliases" | "keyId" | "arn" | "description" | "tags">): string {
  const tags = Object.entries(row.tags ?? {}).map(([key, value]) => `${key}:${value}`);
  const aliases = new Set([row.alias, ...(row.aliases ?? [])]);
  return framed([...aliases, row.keyId, row.arn, row.description, ...tags].filter((part) => part !== null));
}

/** The aliases without their `alias/`, as written. An alias that the list gave stands in for aliases that nobody told us. */
export function bareAliases(row: Pick<KeyRow, "alias" | "aliases">): string[] {
  const aliases = new Set([...(row.alias === null ? [] : [row.alias]), ...(row.aliases ?? [])]);
  return [...aliases].map(bareAlias);
}

/** The same, lower-cased, in one text. */
export function aliasText(row: Pick<KeyRow, "alias" | "aliases">): string {
  return framed(bareAliases(row));
}

export function bareAlias(alias: string): string {
  return alias.startsWith("alias/") ? alias.slice("alias/".length) : alias;
}

/** Tags as lower-cased [key, value] pairs, for tests that ignore case. */
export function tagPairs(row: Pick<KeyRow, "tags">): [string, string][] {
  return Object.entries(row.tags ?? {}).map(([key, value]) => [key.toLowerCase(), value.toLowerCase()]);
}

/** Lower case for the words of machines (ids, regions, specs), which are ASCII: the letters A to Z only, as the database does it. */
export function foldAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** What text is sorted by: its first 200 characters in lower case, so that an index and a cursor can hold it. */
export function sortText(text: string): string {
  return firstCharacters(text.toLowerCase(), SORT_LENGTH);
}

export const SORT_LENGTH = 200;

export function firstCharacters(text: string, count: number): string {
  return text.length <= count ? text : [...text].slice(0, count).join("");
}
