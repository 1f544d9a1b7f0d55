import { and, eq, sql } from "drizzle-orm";
import type { Problem } from "../model/problem.ts";
import { wellFormed } from "../model/well-formed.ts";
import { type Handle, withTransaction } from "./database.ts";
import { bumpRevision } from "./revision.ts";
import { sources } from "./schema.ts";
import { type Claim, holdFence } from "./source-lease.ts";

/** How a reading that swapped nothing in ended. `problem` decided it. */
export interface FailedReading {
  outcome: "failed" | "held" | "not-enabled";
  problem: Problem;
  /** Seconds until it is tried again by itself. */
  retrySeconds: number;
  /** What it cost so far. What the last whole reading cost is kept beside it: the next one is estimated from that. */
  spent?: { calls: number; throttled: number };
}

/** Ends a reading that changes no key: the old ones stay, with the problem. Throws LeaseLost. */
export async function failSource(claim: Claim, failed: FailedReading): Promise<void> {
  await withTransaction(async (tx) => {
    await holdFence(tx, claim);
    await endReading(tx, claim, {
      outcome: failed.outcome,
      problem: wellFormed(failed.problem),
      problems: [wellFormed(failed.problem)],
      nextDueAt: dueIn(failed.retrySeconds),
      ...failed.spent,
    });
    await bumpRevision(tx, []);
  });
}

export const dueIn = (seconds: number) => sql`now() + make_interval(secs => ${seconds})`;

/** Gives the lease back with the outcome; the caller's transaction holds the fence. */
export async function endReading(handle: Handle, claim: Claim, set: Record<string, unknown>): Promise<void> {
  await handle
    .update(sources)
    .set({ ...set, leaseOwner: null, leaseUntil: null, acceptDrop: false })
    .where(and(eq(sources.id, claim.sourceId), eq(sources.fence, claim.fence)));
}
