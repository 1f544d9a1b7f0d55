import { type SQL, sql } from "drizzle-orm";
import type { KeyRow } from "../../model/key.ts";
import type { Scope } from "../../model/scope.ts";
import type { KeyQuery } from "../../query/query.ts";
import { database } from "../database.ts";
import { keyChecks, keys, sources } from "../schema.ts";
import { INNER } from "./page-sql.ts";
import { allSql, listedSql, verdictsOf } from "./query-sql.ts";
import { recordOf } from "./record-of.ts";
import { ofAccountsSql, scopedAccounts } from "./scoped-accounts.ts";
import { toStoredRow } from "./to-stored-row.ts";

/** The rows of some sources that a query lists, whatever its page: at most `most`, by ref. */
export async function readMatchingRows(scope: Scope, query: KeyQuery, at: { now: Date; sourceIds: readonly string[]; most: number }): Promise<KeyRow[]> {
  const context = { now: at.now, accounts: await scopedAccounts(scope) };
  const listed = listedSql(query, allSql(verdictsOf(query, context).map(({ verdict }) => verdict)));
  return readRows(context.accounts, sql`${keys.sourceId} = any(${sql.param([...at.sourceIds])}::text[]) and ${listed}`, at.most);
}

/** Rows by ref; refs that the inventory does not hold, or not for this asker, are not among them. */
export async function readRowsOf(scope: Scope, refs: readonly string[]): Promise<KeyRow[]> {
  if (refs.length === 0) return [];
  return readRows(await scopedAccounts(scope), sql`${keys.ref} = any(${sql.param([...refs])}::text[])`, refs.length);
}

async function readRows(accounts: Awaited<ReturnType<typeof scopedAccounts>>, where: SQL, most: number): Promise<KeyRow[]> {
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const { rows } = await database().execute<{ row: Record<string, unknown> }>(
    sql`select (to_jsonb(${keys}) - ${INNER}) || jsonb_build_object('read_at', ${sources.lastReadAt}, 'checked_at', ${keyChecks.describedAt}) as row
      from ${keys} join ${sources} on ${sources.id} = ${keys.sourceId} left join ${keyChecks} on ${keyChecks.ref} = ${keys.ref}
      where ${ofAccountsSql(accounts)} and ${where} order by ${keys.ref} limit ${most}`,
  );
  return rows.map(({ row }) => {
    const record = recordOf(row);
    return toStoredRow(record, names.get(record.accountId) ?? "");
  });
}
