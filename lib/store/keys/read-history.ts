import { and, asc, desc, eq, gt, lt, or } from "drizzle-orm";
import type { HistoryPlace, HistoryRow } from "../../model/history.ts";
import type { Scope } from "../../model/scope.ts";
import { database } from "../database.ts";
import { accounts, changes, keys } from "../schema.ts";
import { seesAccount } from "../sees-account.ts";
import type { Said } from "../swap/changes-of.ts";

interface HistoryPart {
  /** So many rows at most. */
  limit: number;
  /** The row after which the part begins; null: the newest. */
  after: HistoryPlace | null;
}

/** Changes of a key's facts, newest first, those of one moment by their field; undefined when there is no such key, or not for this asker. */
export async function readHistory(scope: Scope, ref: string, { limit, after }: HistoryPart): Promise<HistoryRow[] | undefined> {
  const isLater = after ? or(lt(changes.at, after.at), and(eq(changes.at, after.at), gt(changes.field, after.field))) : undefined;
  const found = await database()
    .select({ field: changes.field, before: changes.before, after: changes.after, at: changes.at, operation: changes.operation })
    .from(keys)
    .innerJoin(accounts, eq(accounts.id, keys.accountId))
    .leftJoin(changes, and(eq(changes.ref, keys.ref), isLater))
    .where(and(eq(keys.ref, ref), seesAccount(scope)))
    .orderBy(desc(changes.at), asc(changes.field))
    .limit(limit);
  if (found.length === 0) return undefined;
  // A key without a change there is one row of nulls: the join's left side alone.
  return found.flatMap(({ field, before, after: told, at, operation }) =>
    field === null || at === null || operation === null ? [] : [toHistoryRow({ field, before: before as Said, after: told as Said, at, operation })],
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
