import { and, asc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { AboutSource, ReadingCost } from "../model/about-source.ts";
import type { Problem } from "../model/problem.ts";
import type { Scope } from "../model/scope.ts";
import type { SourceOutcome, SourceState } from "../model/source.ts";
import type { CloudId } from "../model/vocabulary.ts";
import { database, type Handle } from "./database.ts";
import { accounts, sources } from "./schema.ts";
import { seesAccount } from "./sees-account.ts";

/** A source as stored, with what its account adds. */
export interface StoredSource {
  id: string;
  account: { id: string; name: string };
  cloud: CloudId;
  region: string;
  project: string | null;
  state: SourceState;
  outcome: SourceOutcome;
  lastReadAt: string | null;
  lastTriedAt: string | null;
  nextDueAt: string | null;
  /** Every problem of the last attempt, the deciding one first; of a source that was read, the refused and failed details. */
  problems: Problem[];
  /** What made the last attempt fail or be held. */
  problem: Problem | null;
  held: number;
  claimed: number | null;
  countMismatch: boolean;
  onlySpecs: string[] | null;
  /** Fields by which the cloud's own filter may miss keys of it; null where no reading said. */
  mayMiss: string[] | null;
  about: AboutSource;
  cost: ReadingCost | null;
  done: number;
  expected: number | null;
  calls: number;
  throttled: number;
  /** The reading that runs, or the one that is queued, describes every key. */
  isFull: boolean;
}

const STATE = sql<SourceState>`case when ${sources.leaseUntil} > now() then 'reading' when ${sources.queuedAt} is not null then 'queued' else 'idle' end`;

/** The sources that the asker may see, by account name, region and project; `at` narrows further. */
export async function readSources(scope: Scope, at?: SQL): Promise<StoredSource[]> {
  return database()
    .select({
      id: sources.id,
      account: { id: accounts.id, name: accounts.name },
      cloud: sql<CloudId>`${accounts.cloud}`,
      region: sources.region,
      project: sources.project,
      state: STATE,
      outcome: sql<SourceOutcome>`${sources.outcome}`,
      lastReadAt: sources.lastReadAt,
      lastTriedAt: sources.lastTriedAt,
      nextDueAt: sources.nextDueAt,
      problems: sql<Problem[]>`${sources.problems}`,
      problem: sql<Problem | null>`${sources.problem}`,
      held: sources.held,
      claimed: sources.claimed,
      countMismatch: sources.countMismatch,
      onlySpecs: sources.onlySpecs,
      mayMiss: sources.mayMiss,
      about: sources.about,
      cost: sources.cost,
      done: sources.done,
      expected: sources.expected,
      calls: sources.calls,
      throttled: sources.throttled,
      isFull: sources.isFull,
    })
    .from(sources)
    .innerJoin(accounts, eq(accounts.id, sources.accountId))
    .where(and(seesAccount(scope), at))
    .orderBy(sql`lower(${accounts.name})`, asc(accounts.id), asc(sources.region), sql`${sources.project} nulls first`);
}

export interface NewSource {
  id: string;
  accountId: string;
  region: string;
  project: string | null;
  place: string | null;
}

/** Adds sources, to be read at once unless `idle`. A unique violation on `place` means that another account reads it. */
export async function insertSources(handle: Handle, rows: NewSource[], options: { idle?: boolean } = {}): Promise<void> {
  if (rows.length === 0) return;
  await handle.insert(sources).values(rows.map((row) => ({ ...row, queuedAt: options.idle ? null : sql`now()` })));
}

/** Removes sources with their keys. */
export async function removeSources(handle: Handle, ids: string[]): Promise<void> {
  if (ids.length > 0) await handle.delete(sources).where(inArray(sources.id, ids));
}

/** The text that no two accounts may share: which keys a source reads. */
export function placeOf(at: { cloud: CloudId; cloudAccount: string | null; region: string; project: string | null }): string | null {
  return at.cloudAccount === null ? null : JSON.stringify([at.cloud, at.cloudAccount, at.region, at.project]);
}

/** Who asks waits for so many describes, five seconds at ten calls a second: no more keys, and each is described, however lately it was. */
const DESCRIBED_WHILE_WAITING = 50;

/**
 * Puts sources that the asker may see into the queue, and wakes their accounts. Returns how many there were.
 * `acceptDrop` lets a listing pass that the brake held: only sources that are held now. `full` has every key described, of large sources too.
 */
export async function queueSources(
  handle: Handle,
  scope: Scope,
  at: { accountId?: string; region?: string; acceptDrop?: boolean; full?: boolean },
): Promise<{ queued: number; accountIds: string[] }> {
  const seen = handle.select({ id: accounts.id }).from(accounts).where(seesAccount(scope));
  const rows = await handle
    .update(sources)
    .set({
      queuedAt: sql`coalesce(${sources.queuedAt}, now())`,
      isFull: at.full ? true : sql`${sources.held} <= ${DESCRIBED_WHILE_WAITING} or (${sources.queuedAt} is not null and ${sources.isFull})`,
      ...(at.acceptDrop ? { acceptDrop: sql`${sources.outcome} = 'held'` } : {}),
    })
    .where(
      and(
        inArray(sources.accountId, seen),
        at.accountId ? eq(sources.accountId, at.accountId) : undefined,
        at.region ? eq(sources.region, at.region) : undefined,
      ),
    )
    .returning({ accountId: sources.accountId });
  return { queued: rows.length, accountIds: [...new Set(rows.map((row) => row.accountId))] };
}

/** Sources that are being read or wait for it. */
export const isBusy: SQL = sql`(${sources.leaseUntil} > now() or ${isNotNull(sources.queuedAt)})`;
