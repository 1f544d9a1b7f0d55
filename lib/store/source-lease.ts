import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { CloudId } from "../model/vocabulary.ts";
import { database, type Handle } from "./database.ts";
import { accounts, sources } from "./schema.ts";

/** A source that this process may read until its lease runs out; `fence` is its permission to write. */
export interface Claim {
  sourceId: string;
  fence: number;
  account: { id: string; name: string };
  cloud: CloudId;
  region: string;
  project: string | null;
  acceptDrop: boolean;
  /** Somebody asked for it; else it is merely due. */
  isAsked: boolean;
  /** Every key is described. */
  isFull: boolean;
}

/** Long enough for a process that is busy, short enough that a dead one holds nobody up. */
const LEASE_SECONDS = 45;

/** Another process took the source over: what this one read may not be written. */
export class LeaseLost extends Error {
  override name = "LeaseLost";
}

/**
 * Takes the source that waits longest: asked for first, then due, then left behind by a process that died; with `dueFirst` the other way round, so that
 * whoever asks without end cannot keep the due ones waiting for ever. Sources of accounts that rest wait until a person asks.
 * Undefined when nothing is due. `perAccount` is how many sources of one account may be read at a time, so that one slow account leaves room; `silent`
 * are sources that do not count, since their cloud answers nothing.
 */
export async function claimSource(owner: string, perAccount: number, silent: readonly string[] = [], dueFirst = false): Promise<Claim | undefined> {
  const turn = dueFirst ? sql`s.queued_at is not null, s.next_due_at asc nulls first` : sql`s.queued_at asc nulls last, s.next_due_at asc nulls last`;
  const { rows } = await database().execute<{ id: string }>(sql`
    update sources set lease_owner = ${owner}, lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), fence = fence + 1, queued_at = null,
      is_asked = queued_at is not null or (lease_owner is not null and is_asked),
      is_full = (queued_at is not null or lease_owner is not null) and is_full,
      last_tried_at = now(), done = 0, expected = null, calls = 0, throttled = 0
    where id = (
      select s.id from sources s join accounts a on a.id = s.account_id
      where (s.lease_until is null or s.lease_until < now())
        and (s.queued_at is not null or s.lease_owner is not null or (s.next_due_at <= now() and a.rests_since is null))
        and (select count(*) from sources o where o.account_id = s.account_id and o.lease_until > now()
          and o.id not in (select jsonb_array_elements_text(${JSON.stringify(silent)}::jsonb))) < ${perAccount}
      order by ${turn}, s.id
      limit 1 for update of s skip locked
    ) returning id`);
  const id = rows[0]?.id;
  if (!id) return undefined;
  const [claim] = await database()
    .select({
      sourceId: sources.id,
      fence: sources.fence,
      account: { id: accounts.id, name: accounts.name },
      cloud: sql<CloudId>`${accounts.cloud}`,
      region: sources.region,
      project: sources.project,
      acceptDrop: sources.acceptDrop,
      isAsked: sources.isAsked,
      isFull: sources.isFull,
    })
    .from(sources)
    .innerJoin(accounts, eq(accounts.id, sources.accountId))
    .where(and(eq(sources.id, id), eq(sources.leaseOwner, owner)));
  return claim;
}

/** How far a reading has come. */
export interface Progress {
  done: number;
  expected: number | null;
  calls: number;
  throttled: number;
}

const isMine = (claim: Claim) => and(eq(sources.id, claim.sourceId), eq(sources.fence, claim.fence));

/** Prolongs the lease and tells how far the reading is; one that comes after the reading's end prolongs nothing. Throws LeaseLost when the source is another's by now, or gone. */
export async function heartbeat(claim: Claim, progress: Progress): Promise<void> {
  const kept = await database()
    .update(sources)
    .set({ ...progress, leaseUntil: sql`now() + make_interval(secs => ${LEASE_SECONDS})` })
    .where(and(isMine(claim), isNotNull(sources.leaseOwner)))
    .returning({ id: sources.id });
  if (kept.length === 0) throw new LeaseLost(`The source ${claim.sourceId} was taken over by another process.`);
}

/** Locks the source's row for a transaction that writes its outcome. Throws LeaseLost when it is another's by now, or gone. */
export async function holdFence(handle: Handle, claim: Claim): Promise<void> {
  const mine = await handle.select({ id: sources.id }).from(sources).where(isMine(claim)).for("update");
  if (mine.length === 0) throw new LeaseLost(`The source ${claim.sourceId} was taken over by another process.`);
}

/** Gives a source back unread, to be taken up again at once, as asked for as it was: at the end of the process. */
export async function releaseClaim(claim: Claim): Promise<void> {
  await database()
    .update(sources)
    .set({
      leaseOwner: null,
      leaseUntil: null,
      // Somebody may have asked for less meanwhile.
      ...(claim.isFull ? { isFull: true } : {}),
      ...(claim.isAsked ? { queuedAt: sql`coalesce(${sources.queuedAt}, now())` } : { nextDueAt: sql`now()` }),
    })
    .where(isMine(claim));
}
