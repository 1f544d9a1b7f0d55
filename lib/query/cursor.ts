import { Refusal } from "../model/refusal.ts";
import { DEFAULT_QUERY } from "./default-query.ts";
import { ruleOf } from "./fields.ts";
import { formatKeyQuery } from "./format-key-query.ts";
import type { KeyQuery } from "./query.ts";

/** The place after which the next rows stand. `now` is that of the first page, so that relative bounds do not move between pages. */
export interface CursorPlace {
  value: string | number | null;
  ref: string;
  now: Date;
}

/** Opaque to programs. Holds what it belongs to, so that a cursor of another query is refused instead of giving wrong rows. */
export function encodeCursor(query: KeyQuery, place: CursorPlace): string {
  return Buffer.from(JSON.stringify([fingerprint(query), place.now.getTime(), place.value, place.ref])).toString("base64url");
}

/** The place of the query's cursor, null without one. Throws a Refusal `invalid_query` for what is none of ours or belongs to another query. */
export function decodeCursor(query: KeyQuery): CursorPlace | null {
  if (query.cursor === null) return null;
  const [print, nowMs, value, ref] = partsOf(query.cursor);
  const isWhole = print === fingerprint(query) && isMoment(nowMs) && isOurs(nowMs) && typeof ref === "string" && /^[0-9a-z]{12}$/.test(ref);
  if (!isWhole || !isPlaceOf(query, value)) throw new Refusal("invalid_query", "this cursor does not belong to this query", "cursor");
  return { value, ref, now: new Date(nowMs) };
}

function isPlaceOf(query: KeyQuery, value: unknown): value is CursorPlace["value"] {
  return value === null || (ruleOf(query.sort.field).kind === "time" ? isMoment(value) : typeof value === "string" && !value.includes("\0"));
}

/** Milliseconds within the years 1 to 9999, which every database can hold. */
function isMoment(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= -62_135_596_800_000 && Number(value) <= 253_402_300_799_999;
}

/** From 2000 to 2999: relative bounds (99,999 weeks at most) from there stay within the years of every database. */
function isOurs(ms: number): boolean {
  return ms >= Date.UTC(2000) && ms < Date.UTC(3000);
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parts) ? parts : [];
  } catch (cause) {
    throw new Refusal("invalid_query", "this cursor is none of ours", "cursor", cause);
  }
}

/** 32 bits of FNV-1a over what decides rows and their order; the size of a page may change between pages. */
function fingerprint(query: KeyQuery): number {
  const same = { ...query, page: 1, size: DEFAULT_QUERY.size, cursor: null, facets: [], key: null, live: false };
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(formatKeyQuery(same))) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
