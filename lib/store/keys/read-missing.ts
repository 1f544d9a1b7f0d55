import { and, eq } from "drizzle-orm";
import type { Scope } from "../../model/scope.ts";
import { database } from "../database.ts";
import { accounts, keys } from "../schema.ts";
import { seesAccount } from "../sees-account.ts";

/** By source id, the names of keys that their cloud's listing lacked and that were found by name all the same. */
export async function readMissing(scope: Scope): Promise<Map<string, { keyId: string; arn: string | null }[]>> {
  const rows = await database()
    .select({ source: keys.sourceId, keyId: keys.keyId, arn: keys.arn })
    .from(keys)
    .innerJoin(accounts, eq(accounts.id, keys.accountId))
    .where(and(eq(keys.presence, "missing"), seesAccount(scope)));
  return new Map([...Map.groupBy(rows, ({ source }) => source)].map(([source, missing]) => [source, missing]));
}
