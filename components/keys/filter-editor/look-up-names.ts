import type { QueryClient } from "@tanstack/react-query";
import { keysQuery } from "#lib/client/queries.ts";
import type { KeyRow } from "#lib/model/key.ts";
import { bareAlias, bareAliases } from "#lib/query/search-text.ts";
import { namedQuery } from "./find-keys.ts";

/** What a list of names is about. */
export interface LookedUp {
  /** Refs of the keys that were found, each once. */
  refs: string[];
  found: string[];
  missing: string[];
}

/** One question holds so many names and characters: an address has 8 KB, and one page of answers 200 rows. */
const MOST_NAMES = 100;
const MOST_CHARACTERS = 5000;

/** Names in lots that one question can hold. */
export function lotsOf(names: readonly string[]): string[][] {
  const lots: string[][] = [];
  let length = 0;
  for (const name of names) {
    const written = encodeURIComponent(name).length + 2;
    const lot = lots.at(-1);
    if (!lot || lot.length === MOST_NAMES || length + written > MOST_CHARACTERS) {
      lots.push([name]);
      length = written;
    } else {
      lot.push(name);
      length += written;
    }
  }
  return lots;
}

/** Looks names up as ids, ARNs and URNs, and what none of them is as aliases. `onDone` counts the names that were asked for. */
export async function lookUpNames(client: QueryClient, names: readonly string[], onDone: (done: number) => void): Promise<LookedUp> {
  const refs = new Set<string>();
  const named = new Set<string>();
  let done = 0;
  const ask = async (field: "id" | "alias", lot: string[]) => {
    const rows = await allRows(client, field, lot);
    for (const row of rows) refs.add(row.ref);
    const known = new Set(rows.flatMap((row) => namesOf(field, row)));
    const hit = lot.filter((name) => known.has(field === "alias" ? bareAlias(name) : name));
    for (const name of hit) named.add(name);
    done += field === "alias" ? lot.length : hit.length;
    onDone(done);
  };
  for (const lot of lotsOf(names)) await ask("id", lot);
  for (const lot of lotsOf(names.filter((name) => !named.has(name)))) await ask("alias", lot);
  return { refs: [...refs], found: names.filter((name) => named.has(name)), missing: names.filter((name) => !named.has(name)) };
}

/** An alias may name many keys: all pages are read. */
async function allRows(client: QueryClient, field: "id" | "alias", lot: string[]): Promise<KeyRow[]> {
  const rows: KeyRow[] = [];
  for (let page = 1; ; page++) {
    const query = namedQuery(field, lot, 200);
    const answer = await client.fetchQuery(keysQuery(page === 1 ? query : `${query}&page=${page}`));
    rows.push(...answer.rows);
    if (rows.length >= answer.total || answer.rows.length === 0) return rows;
  }
}

const namesOf = (field: "id" | "alias", row: KeyRow): string[] => (field === "alias" ? bareAliases(row) : [row.keyId, row.arn].filter((name) => name !== null));
