import { and, eq, ne, sql } from "drizzle-orm";
import type { FactField } from "../../model/key.ts";
import type { Scope } from "../../model/scope.ts";
import { UNDECIDED_REASONS } from "../../model/vocabulary.ts";
import { database } from "../database.ts";
import { accounts, keys } from "../schema.ts";
import { seesAccount } from "../sees-account.ts";

/** By source id, the ids of keys of which this fact is undecided (`denied`, `failed`, `pending`). */
export async function readUndecided(scope: Scope, fact: FactField): Promise<Map<string, Set<string>>> {
  const isUndecided = sql`${keys.absent} ->> ${fact}::text = any(${sql.param([...UNDECIDED_REASONS])}::text[])`;
  const rows = await database()
    .select({ source: keys.sourceId, keyId: keys.keyId })
    .from(keys)
    .innerJoin(accounts, eq(accounts.id, keys.accountId))
    .where(and(isUndecided, ne(keys.presence, "gone"), seesAccount(scope)));
  return new Map([...Map.groupBy(rows, ({ source }) => source)].map(([source, held]) => [source, new Set(held.map(({ keyId }) => keyId))]));
}
