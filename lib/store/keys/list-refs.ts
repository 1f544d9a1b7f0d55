import { sql } from "drizzle-orm";
import type { Scope } from "../../model/scope.ts";
import type { KeyQuery } from "../../query/query.ts";
import { database } from "../database.ts";
import { isoTime } from "../iso-time.ts";
import { keyChecks, keys, sources } from "../schema.ts";
import { allSql, listedSql, verdictsOf } from "./query-sql.ts";
import { ofAccountsSql, type ScopedAccount, scopedAccounts } from "./scoped-accounts.ts";
import { orderSql } from "./sort-sql.ts";

/** Every row that a query lists, in its order, by ref alone: about 40 bytes a key, so that a whole inventory can be held while its rows are read in parts. */
export interface ListedRefs {
  refs: string[];
  /** When each key had been described last, at that moment. */
  describedAt: Map<string, string | null>;
  /** Source id → when it had been read last, at that moment. */
  readAt: Map<string, string | null>;
  accounts: readonly ScopedAccount[];
}

interface Answer {
  listed: [ref: string, describedAt: string | null][] | null;
  read: Record<string, string | null> | null;
}

/** One statement, so that the list and what it rests on are of one moment. */
export async function listRefs(scope: Scope, query: KeyQuery, now: Date): Promise<ListedRefs> {
  const context = { now, accounts: await scopedAccounts(scope) };
  const listed = listedSql(query, allSql(verdictsOf(query, context).map(({ verdict }) => verdict)));
  const { rows } = await database().execute<Answer & Record<string, unknown>>(sql`select
    (select json_agg(json_build_array(${keys.ref}, coalesce(${keyChecks.describedAt}, ${keys.describedAt})) order by ${orderSql(query, context.accounts, false)})
      from ${keys} left join ${keyChecks} on ${keyChecks.ref} = ${keys.ref} where ${ofAccountsSql(context.accounts)} and ${listed}) as listed,
    (select json_object_agg(${sources.id}, ${sources.lastReadAt}) from ${sources}) as read`);
  const [answer] = rows;
  const time = (at: string | null) => at && isoTime(at);
  const all = answer?.listed ?? [];
  return {
    refs: all.map(([ref]) => ref),
    describedAt: new Map(all.map(([ref, at]) => [ref, time(at)])),
    readAt: new Map(Object.entries(answer?.read ?? {}).map(([id, at]) => [id, time(at)])),
    accounts: context.accounts,
  };
}
