import type { LiveDifference, LiveDifferences } from "../../model/answers.ts";
import type { KeyRow } from "../../model/key.ts";
import type { Scope } from "../../model/scope.ts";
import type { KeyQuery } from "../../query/query.ts";
import { readMatchingRows, readRowsOf } from "../../store/keys/read-rows.ts";
import { changedFields, differingFields } from "./differing-fields.ts";
import { findUnlistedKeys } from "./find-unlisted-keys.ts";
import type { LiveSource } from "./live-source.ts";
import { decidingFacts } from "./needs-more.ts";

/** Stored rows that are held against the live ones; beyond them the answer is called incomplete. */
const MOST_COMPARED = 5_000;
const MOST_NAMED = 100;

/** What a live query found. */
export interface FoundLive {
  query: KeyQuery;
  /** What ranges were counted from. */
  now: Date;
  /** Sources that answered now and were read before: no other can be compared. */
  lives: readonly LiveSource[];
  /** Every key that these sources told of, by ref, and the refs of those that the query lists. */
  rows: ReadonlyMap<string, KeyRow>;
  listed: ReadonlySet<string>;
}

/** Why the rows of a live query are not the stored rows of the same query: which keys were created, are gone or have changed since they were read. */
export async function explainDifferences(scope: Scope, found: FoundLive): Promise<LiveDifferences> {
  const { query, now, lives, rows, listed } = found;
  const held = await readMatchingRows(scope, query, { now, sourceIds: lives.map(({ source }) => source.id), most: MOST_COMPARED + 1 });
  const stored = new Map(held.slice(0, MOST_COMPARED).map((row) => [row.ref, row]));
  // Both are in the order of refs: what lies behind the last that is compared is left out on both sides.
  const last = held.length > MOST_COMPARED ? (held[MOST_COMPARED - 1]?.ref ?? null) : null;
  const isCompared = (ref: string) => last === null || ref <= last;
  const extra = [...listed].filter((ref) => !stored.has(ref) && isCompared(ref)).slice(0, MOST_COMPARED);
  const others = new Map((await readRowsOf(scope, extra)).map((row) => [row.ref, row]));
  const created = extra.filter((ref) => !others.has(ref)).map((ref) => difference("created", rows.get(ref)));
  const moved = [...others.values()].map((before) => changed(before, rows.get(before.ref), differingFields));
  const absent: KeyRow[] = [];
  let undecided = 0;
  for (const before of stored.values()) {
    const after = rows.get(before.ref);
    if (!after) absent.push(before);
    else if (listed.has(before.ref)) moved.push(changed(before, after, changedFields));
    else if (decidingFacts(query).some((fact) => after.absent[fact] === "pending")) undecided += 1;
    else moved.push(changed(before, after, differingFields) ?? seenNow(query, after));
  }
  const unlisted = await findUnlistedKeys(lives, absent);
  const named = [...created, ...unlisted.found, ...moved].flatMap((each) => each ?? []);
  const count = (kind: LiveDifference["kind"]) => named.filter((each) => each.kind === kind).length;
  return {
    created: count("created"),
    gone: count("gone"),
    changed: count("changed"),
    rows: named.slice(0, MOST_NAMED),
    complete: last === null && undecided === 0 && unlisted.unasked === 0,
  };
}

function changed(before: KeyRow, after: KeyRow | undefined, fieldsOf: (before: KeyRow, after: KeyRow) => string[]): LiveDifference | null {
  const fields = after ? fieldsOf(before, after) : [];
  return fields.length > 0 ? difference("changed", after, fields) : null;
}

/** Where nothing else keeps a stored row out: it was asked for as not seen since, and it was seen now. */
function seenNow({ filters }: KeyQuery, after: KeyRow): LiveDifference | null {
  return filters.some(({ field }) => field === "seen") ? difference("changed", after, ["lastSeenAt"]) : null;
}

function difference(kind: LiveDifference["kind"], row: KeyRow | undefined, fields: string[] = []): LiveDifference | null {
  return row ? { ref: row.ref, alias: row.alias, kind, fields } : null;
}
