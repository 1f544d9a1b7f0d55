import { eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { KeyRow } from "../model/key.ts";
import { wellFormed } from "../model/well-formed.ts";
import { database, type Handle, withTransaction } from "./database.ts";
import { dueIn, endReading } from "./end-reading.ts";
import { keyColumns } from "./keys/key-columns.ts";
import { toStoredRow } from "./keys/to-stored-row.ts";
import { bumpRevision } from "./revision.ts";
import { changes, keyDetails, keys, sources } from "./schema.ts";
import { type Claim, holdFence } from "./source-lease.ts";
import { noteChecks } from "./swap/note-checks.ts";
import type { Listing } from "./swap/listing.ts";
import { type HeldKey, type PlannedKey, planSwap } from "./swap/plan-swap.ts";

/** Keys that a swap changed. */
export interface Swapped {
  written: number;
  changes: number;
  held: number;
}

/** Rows a statement: far below PostgreSQL's 65,535 parameters. */
const BATCH = 500;

/**
 * Takes a complete listing in: one transaction, only what changed, the fence checked first, so that readers see all of it or nothing.
 * Throws LeaseLost when the source is another process's by now.
 */
export async function swapSource(claim: Claim, listing: Listing): Promise<Swapped> {
  const [source] = await database().select({ lastReadAt: sources.lastReadAt }).from(sources).where(eq(sources.id, claim.sourceId));
  const held = await readHeldKeys(claim);
  const plan = planSwap(held, source?.lastReadAt ?? null, listing);
  await withTransaction(async (tx) => {
    await holdFence(tx, claim);
    for (let i = 0; i < plan.writes.length; i += BATCH) await writeKeys(tx, claim, plan.writes.slice(i, i + BATCH));
    for (let i = 0; i < plan.changes.length; i += BATCH)
      await tx
        .insert(changes)
        .values(wellFormed(plan.changes.slice(i, i + BATCH)))
        .onConflictDoNothing();
    await noteChecks(tx, listing, plan.writes);
    await endReading(tx, claim, {
      outcome: "read",
      problem: null,
      problems: wellFormed(listing.problems),
      lastReadAt: listing.at,
      nextDueAt: dueIn(listing.nextSeconds),
      held: plan.held,
      claimed: listing.claimed,
      countMismatch: listing.countMismatch,
      onlySpecs: listing.onlySpecs,
      mayMiss: listing.mayMiss,
      about: wellFormed(listing.about),
      cost: listing.cost,
      calls: listing.cost.calls,
      throttled: listing.cost.throttled,
    });
    await bumpRevision(tx, plan.writes.length > 0 ? [claim.sourceId] : []);
  });
  return { written: plan.writes.length, changes: plan.changes.length, held: plan.held };
}

/** Every key of the claimed source, gone ones too, by key id. Only the holder of the claim changes them. */
export async function readHeldKeys(claim: Claim): Promise<Map<string, HeldKey>> {
  const rows = await database().select().from(keys).where(eq(keys.sourceId, claim.sourceId));
  return new Map(rows.map((record) => [record.keyId, { row: toStoredRow(record, claim.account.name), missedListings: record.missedListings }]));
}

async function writeKeys(handle: Handle, claim: Claim, writes: PlannedKey[]): Promise<void> {
  const records = writes.map(({ row, missedListings }) => ({ ...keyColumns(row, claim.sourceId), missedListings }));
  await handle.insert(keys).values(records).onConflictDoUpdate({ target: keys.ref, set: KEY_UPDATE });
  const details = writes.flatMap(({ row, read }) => (read ? [detailOf(row, wellFormed(read))] : []));
  if (details.length === 0) return;
  await handle
    .insert(keyDetails)
    .values(details)
    .onConflictDoUpdate({ target: keyDetails.ref, set: { facts: sql`excluded.facts`, raw: sql`excluded.raw` } });
}

const detailOf = ({ ref }: KeyRow, { facts, raw }: NonNullable<PlannedKey["read"]>) => ({ ref, facts, raw });

const KEY_UPDATE: Record<string, SQL> = Object.fromEntries(
  Object.entries(getTableColumns(keys))
    .filter(([name, column]) => name !== "ref" && column.generated === undefined)
    .map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)]),
);
