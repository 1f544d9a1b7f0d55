import { and, asc, eq, getTableColumns, gte, inArray, type SQL, sql } from "drizzle-orm";
import { FACT_FIELDS, type KeyRow } from "../../model/key.ts";
import { database } from "../database.ts";
import { changes, keyDetails, keys, sources } from "../schema.ts";
import type { Said } from "../swap/changes-of.ts";
import type { ListedRefs } from "./list-refs.ts";
import { toStoredRow } from "./to-stored-row.ts";

export type RowAsOf = KeyRow & { raw?: Record<string, unknown> | null };

/** Some of the keys are not in the store any more: their account was removed meanwhile. */
export class RowsGone extends Error {
  override name = "RowsGone";
}

/**
 * The rows of these refs, in their order, as they were when `listed` was made: what a reading has changed since is turned back by the history. The times that
 * a swap gives its changes are those of the source's reading, so no two clocks are compared. With `withRaw` each row has the clouds' own words beside it;
 * history holds none of those, so they are null for a row that was turned back. Throws RowsGone.
 */
export async function readRowsAsOf(listed: ListedRefs, refs: readonly string[], withRaw = false): Promise<RowAsOf[]> {
  const names = new Map(listed.accounts.map(({ id, name }) => [id, name]));
  // Rows first: whatever changes after this statement is in the next one's answer.
  const found = await database()
    .select({ record: getTableColumns(keys), raw: withRaw ? keyDetails.raw : sql<unknown>`null` })
    .from(keys)
    .innerJoin(sources, eq(sources.id, keys.sourceId))
    .leftJoin(keyDetails, withRaw ? eq(keyDetails.ref, keys.ref) : sql`false`)
    .where(inArray(keys.ref, [...refs]));
  const readAts = found.map(({ record }) => listed.readAt.get(record.sourceId) ?? null);
  const since = await database()
    .select()
    .from(changes)
    .where(and(inArray(changes.ref, [...refs]), sinceSql(readAts)))
    .orderBy(asc(changes.at));
  const changed = Map.groupBy(since, ({ ref }) => ref);
  const byRef = new Map(
    found.map(({ record, raw }) => {
      const readAt = listed.readAt.get(record.sourceId) ?? null;
      const row = toStoredRow(record, names.get(record.accountId) ?? "");
      const later = (changed.get(record.ref) ?? []).filter(({ at }) => readAt === null || Date.parse(at) > Date.parse(readAt));
      for (const { field, before } of later.toReversed()) turnBack(row, field, before as Said);
      if (row.presence !== "gone") row.goneAt = null;
      if (row.presence === "present" && readAt !== null) row.lastSeenAt = readAt;
      const words = withRaw && { raw: later.length === 0 ? ((raw ?? {}) as Record<string, unknown>) : null };
      return [record.ref, { ...row, describedAt: listed.describedAt.get(record.ref) ?? null, ...words }] as const;
    }),
  );
  return refs.map((ref) => {
    const row = byRef.get(ref);
    if (!row) throw new RowsGone("An account was removed while its keys were being read.");
    return row;
  });
}

/** What was noted before the earliest of these readings is turned back for no row. Undefined, which is no bound, where a source had not been read. */
function sinceSql(readAts: readonly (string | null)[]): SQL | undefined {
  const times = readAts.filter((at) => at !== null);
  if (times.length === 0 || times.length < readAts.length) return undefined;
  return gte(
    changes.at,
    times.reduce((a, b) => (Date.parse(a) <= Date.parse(b) ? a : b)),
  );
}

/** Newest change first, so that what stands at the end is what was before all of them. */
function turnBack(row: KeyRow, field: string, before: Said): void {
  if (field === "presence") Object.assign(row, { presence: "value" in before ? before.value : row.presence });
  const fact = FACT_FIELDS.find((known) => known === field);
  if (!fact) return;
  const { [fact]: _reason, ...absent } = row.absent;
  const { [fact]: _words, ...notes } = row.notes;
  row.absent = "absent" in before ? { ...absent, [fact]: before.absent } : absent;
  row.notes = notes;
  Object.assign(row, { [fact]: "absent" in before ? null : before.value });
}
