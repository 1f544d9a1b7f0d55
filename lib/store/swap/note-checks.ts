import { inArray, sql } from "drizzle-orm";
import { keyRef } from "../../model/ref.ts";
import { wellFormed } from "../../model/well-formed.ts";
import type { Handle } from "../database.ts";
import { keyChecks } from "../schema.ts";
import type { Listing } from "./listing.ts";
import type { PlannedKey } from "./plan-swap.ts";

/** Rows a statement. */
const BATCH = 1000;

/** Remembers when keys were last asked about, whether or not that changed anything; a key that is not described any more has no such time. */
export async function noteChecks(handle: Handle, { place, checks }: Pick<Listing, "place" | "checks">, writes: readonly PlannedKey[]): Promise<void> {
  const undescribed = writes.filter(({ row }) => row.describedAt === null).map(({ row }) => row.ref);
  for (let i = 0; i < undescribed.length; i += BATCH) await handle.delete(keyChecks).where(inArray(keyChecks.ref, undescribed.slice(i, i + BATCH)));
  for (let i = 0; i < checks.length; i += BATCH) {
    const rows = checks.slice(i, i + BATCH).map(({ keyId, ...check }) => ({ ref: keyRef({ ...place, keyId }), ...wellFormed(check) }));
    await handle
      .insert(keyChecks)
      .values(rows)
      .onConflictDoUpdate({
        target: keyChecks.ref,
        set: { describedAt: sql`excluded.described_at`, requestId: sql`excluded.request_id`, calls: sql`${keyChecks.calls} || excluded.calls` },
      });
  }
}
