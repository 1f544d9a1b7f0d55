import { type SQL, sql } from "drizzle-orm";
import type { CursorPlace } from "../../query/cursor.ts";
import { ruleOf } from "../../query/fields.ts";
import type { KeyQuery } from "../../query/query.ts";
import { SORT_LENGTH } from "../../query/search-text.ts";
import { keys } from "../schema.ts";
import { accountSortSql, type ScopedAccount } from "./scoped-accounts.ts";
import { columnOf, foldSql } from "./value-sql.ts";

const LENGTH = sql.raw(String(SORT_LENGTH));

/** The order of `compareRows`: by code point or time, absent last both ways, ties by ref ascending both ways; from its end, all of it turned round. */
export function orderSql({ sort }: KeyQuery, accounts: readonly ScopedAccount[], fromEnd: boolean): SQL {
  const direction = sql.raw(sort.descending === fromEnd ? "asc" : "desc");
  const [absent, ties] = fromEnd ? [sql.raw("first"), sql.raw("desc")] : [sql.raw("last"), sql.raw("asc")];
  return sql`${sortSql(sort, accounts)} ${direction} nulls ${absent}, ${keys.ref} collate "C" ${ties}`;
}

/** The rows that stand after a cursor's place in that order. */
export function afterSql({ sort }: KeyQuery, place: CursorPlace, accounts: readonly ScopedAccount[]): SQL {
  const held = sortSql(sort, accounts);
  const behind = sql`${keys.ref} collate "C" > ${place.ref}`;
  if (place.value === null) return sql`(${held} is null and ${behind})`;
  const value = typeof place.value === "number" ? sql`${new Date(place.value).toISOString()}::timestamptz` : sql`${place.value}::text`;
  const beyond = sort.descending ? sql`${held} < ${value}` : sql`${held} > ${value}`;
  return sql`(${beyond} or ${held} is null or (${held} = ${value} and ${behind}))`;
}

/** What a row is sorted by, as `sortValue` gives it. */
function sortSql({ field }: KeyQuery["sort"], accounts: readonly ScopedAccount[]): SQL {
  if (field === "account") return sql`${accountSortSql(accounts)} collate "C"`;
  if (field === "alias") return sql`${keys.aliasSort} collate "C"`;
  if (field === "description") return sql`left(${keys.descriptionLower}, ${LENGTH}) collate "C"`;
  const column = columnOf(field);
  return ruleOf(field).kind === "time" ? sql`${column}` : sql`left(${foldSql(column)}, ${LENGTH}) collate "C"`;
}
