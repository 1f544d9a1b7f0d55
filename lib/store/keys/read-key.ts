import { and, eq, getTableColumns } from "drizzle-orm";
import type { Fact, FactField, KeyDetail } from "../../model/key.ts";
import type { Scope } from "../../model/scope.ts";
import { database } from "../database.ts";
import { accounts, keyChecks, keyDetails, keys, sources } from "../schema.ts";
import { seesAccount } from "../sees-account.ts";
import { freshFacts } from "./fresh-facts.ts";
import { seenAt, toStoredRow } from "./to-stored-row.ts";

/** A key with its provenance, as it was last read; undefined when there is none, or not for this asker. */
export async function readKey(scope: Scope, ref: string): Promise<Omit<KeyDetail, "extras"> | undefined> {
  const [found] = await database()
    .select({
      record: getTableColumns(keys),
      name: accounts.name,
      lastReadAt: sources.lastReadAt,
      facts: keyDetails.facts,
      raw: keyDetails.raw,
      describedAt: keyChecks.describedAt,
      calls: keyChecks.calls,
    })
    .from(keys)
    .innerJoin(accounts, eq(accounts.id, keys.accountId))
    .innerJoin(sources, eq(sources.id, keys.sourceId))
    .leftJoin(keyDetails, eq(keyDetails.ref, keys.ref))
    .leftJoin(keyChecks, eq(keyChecks.ref, keys.ref))
    .where(and(eq(keys.ref, ref), seesAccount(scope)));
  if (!found) return undefined;
  const { record } = found;
  const at = { lastSeenAt: seenAt(record, found.lastReadAt), describedAt: found.describedAt ?? record.describedAt };
  const row = toStoredRow({ ...record, ...at }, found.name);
  return { ...row, facts: freshFacts((found.facts ?? {}) as Partial<Record<FactField, Fact>>, found.calls), raw: (found.raw ?? {}) as Record<string, unknown> };
}
