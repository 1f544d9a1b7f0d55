import { and, asc, desc, eq } from "drizzle-orm";
import type { HistoryRow } from "../../model/history.ts";
import type { Scope } from "../../model/scope.ts";
import { database } from "../database.ts";
import { accounts, changes, keys } from "../schema.ts";
import { seesAccount } from "../sees-account.ts";
import type { Said } from "../swap/changes-of.ts";

/** Every change of a key's facts, newest first; undefined when there is no such key, or not for this asker. */
export async function readHistory(scope: Scope, ref: string): Promise<HistoryRow[] | undefined> {
  const found = await database()
    .select({ field: changes.field, before: changes.before, after: changes.after, at: changes.at, operation: changes.operation })
    .from(keys)
    .innerJoin(accounts, eq(accounts.id, keys.accountId))
    .leftJoin(changes, eq(changes.ref, keys.ref))
    .where(and(eq(keys.ref, ref), seesAccount(scope)))
    .orderBy(desc(changes.at), asc(changes.field));
  if (found.length === 0) return undefined;
  // A key that never changed is one row of nulls: the join's left side alone.
  return found.flatMap(({ field, before, after, at, operation }) =>
    field === null || at === null || operation === null ? [] : [toHistoryRow({ field, before: before as Said, after: after as Said, at, operation })],
  );
}

function toHistoryRow({ field, before, after, at, operation }: { field: string; before: Said; after: Said; at: string; operation: string }): HistoryRow {
  return {
    field: field as HistoryRow["field"],
    before: "value" in before ? before.value : null,
    after: "value" in after ? after.value : null,
    beforeAbsent: "absent" in before ? before.absent : null,
    afterAbsent: "absent" in after ? after.absent : null,
    at,
    operation,
  };
}
