import { and, eq, inArray } from "drizzle-orm";
import type { Scope } from "../../model/scope.ts";
import { database } from "../database.ts";
import { accounts, keys } from "../schema.ts";
import { seesAccount } from "../sees-account.ts";

/** When the inventory first saw these keys; keys that it does not hold, or not for this asker, are not in it. */
export async function readFirstSeen(scope: Scope, refs: readonly string[]): Promise<Map<string, string>> {
  if (refs.length === 0) return new Map();
  const rows = await database()
    .select({ ref: keys.ref, at: keys.firstSeenAt })
    .from(keys)
    .innerJoin(accounts, eq(accounts.id, keys.accountId))
    .where(and(inArray(keys.ref, [...refs]), seesAccount(scope)));
  return new Map(rows.map(({ ref, at }) => [ref, at]));
}
