import { and, eq, getTableColumns } from "drizzle-orm";
import type { Fact, FactField, KeyDetail } from "../../model/key.ts";
import type { Scope } from "../../model/scope.ts";
import { database } from "../database.ts";
import { accounts, keyDetails, keys, sources } from "../schema.ts";
import { seesAccount } from "../sees-account.ts";
import { seenAt, toStoredRow } from "./to-stored-row.ts";

/** A key with its provenance, as it was last read; undefined when there is none, or not for this asker. */
export async function readKey(scope: Scope, ref: string): Promise<Omit<KeyDetail, "extras"> | undefined> {
  const [found] = await database()
    .select({ record: getTableColumns(keys), name: accounts.name, lastReadAt: sources.lastReadAt, facts: keyDetails.facts, raw: keyDetails.raw })
    .from(keys)
    .innerJoin(accounts, eq(accounts.id, keys.accountId))
    .innerJoin(sources, eq(sources.id, keys.sourceId))
    .leftJoin(keyDetails, eq(keyDetails.ref, keys.ref))
    .where(and(eq(keys.ref, ref), seesAccount(scope)));
  if (!found) return undefined;
  const row = toStoredRow({ ...found.record, lastSeenAt: seenAt(found.record, found.lastReadAt) }, found.name);
  return { ...row, facts: (found.facts ?? {}) as Partial<Record<FactField, Fact>>, raw: (found.raw ?? {}) as Record<string, unknown> };
}
