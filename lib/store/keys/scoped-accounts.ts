import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "../../model/scope.ts";
import type { Filter } from "../../query/query.ts";
import { sortText } from "../../query/search-text.ts";
import { database } from "../database.ts";
import { accounts, keys } from "../schema.ts";
import { seesAccount } from "../sees-account.ts";

export interface ScopedAccount {
  id: string;
  name: string;
}

/** The accounts that the asker may see. Names are compared here and not by the database, so that case is folded as for live rows. */
export async function scopedAccounts(scope: Scope): Promise<ScopedAccount[]> {
  return database().select({ id: accounts.id, name: accounts.name }).from(accounts).where(seesAccount(scope));
}

/** Rows of these accounts. */
export function ofAccountsSql(among: readonly ScopedAccount[]): SQL {
  return sql`${keys.accountId} = any(${sql.param(among.map(({ id }) => id))}::text[])`;
}

/** Rows whose account's id or name passes one text of a filter. */
export function accountIdsSql(among: readonly ScopedAccount[], { match }: Filter, text: string): SQL {
  const wanted = text.toLowerCase();
  const passes = (held: string) => (match === "contains" ? held.toLowerCase().includes(wanted) : held.toLowerCase().startsWith(wanted));
  return ofAccountsSql(among.filter(({ id, name }) => (match === "equals" ? id === text || name === text : passes(id) || passes(name))));
}

/** What rows are sorted by when they are sorted by account. */
export function accountSortSql(among: readonly ScopedAccount[]): SQL {
  const names = Object.fromEntries(among.map(({ id, name }) => [id, sortText(name)]));
  return sql`(${JSON.stringify(names)}::jsonb ->> ${keys.accountId})`;
}
