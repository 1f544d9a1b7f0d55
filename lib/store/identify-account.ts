import { eq, inArray, sql } from "drizzle-orm";
import type { CloudId } from "../model/vocabulary.ts";
import type { Handle } from "./database.ts";
import { bumpRevision } from "./revision.ts";
import { accounts, keys, sources } from "./schema.ts";
import { placeOf } from "./sources.ts";

/**
 * Notes whose account this is. When it was another's before, that one's keys leave: what this credential reads is not what the other one read.
 * A place that another account reads violates `sources_one_reader`.
 */
export async function identifyAccount(handle: Handle, id: string, identity: { cloudAccount: string; principal: string | null }): Promise<void> {
  const [row] = await handle
    .select({ cloud: sql<CloudId>`${accounts.cloud}`, cloudAccount: accounts.cloudAccount })
    .from(accounts)
    .where(eq(accounts.id, id))
    .for("update");
  if (!row) return;
  const told = identity.principal === null ? {} : { principal: identity.principal, identifiedAt: sql`now()` };
  await handle
    .update(accounts)
    .set({ cloudAccount: identity.cloudAccount, ...told })
    .where(eq(accounts.id, id));
  if (row.cloudAccount === identity.cloudAccount) return;
  const places = await handle.select({ id: sources.id, region: sources.region, project: sources.project }).from(sources).where(eq(sources.accountId, id));
  const foreign = await handle
    .delete(keys)
    .where(
      inArray(
        keys.sourceId,
        places.map((place) => place.id),
      ),
    )
    .returning({ ref: keys.ref });
  if (foreign.length > 0 || row.cloudAccount !== null) {
    await handle
      .update(sources)
      .set({ ...UNREAD, fence: sql`${sources.fence} + 1`, queuedAt: sql`now()` })
      .where(eq(sources.accountId, id));
  }
  for (const at of places)
    await handle
      .update(sources)
      .set({ place: placeOf({ cloud: row.cloud, ...identity, ...at }) })
      .where(eq(sources.id, at.id));
  await bumpRevision(handle);
}

const UNREAD = {
  outcome: "never",
  leaseOwner: null,
  leaseUntil: null,
  lastReadAt: null,
  problems: [],
  problem: null,
  held: 0,
  claimed: null,
  countMismatch: false,
  about: {},
  cost: null,
  onlySpecs: null,
  mayMiss: null,
} as const;
