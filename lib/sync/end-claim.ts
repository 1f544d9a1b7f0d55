import { env } from "../env.ts";
import { CloudError, type Problem } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import { toProblem } from "../reading/to-problem.ts";
import { restAccount } from "../store/accounts.ts";
import { type FailedReading, failSource } from "../store/end-reading.ts";
import { type Claim, LeaseLost, releaseClaim } from "../store/source-lease.ts";
import type { Swapped } from "../store/swap-source.ts";
import { ownProblem } from "../reading/own-problem.ts";

/** How a reading ended; `lost` to another process, `released` at the end of this one. */
export type ClaimEnd = { end: "read"; swapped: Swapped } | { end: FailedReading["outcome"]; problem: Problem } | { end: "lost" } | { end: "released" };

/** Faults that pass are tried again sooner than the period. */
const RETRY_SECONDS = 300;

/** Ends a claim whose reading threw. What is no failure of the cloud and no refusal is noted as ours, and thrown on. */
export async function endBadly(claim: Claim, error: unknown, stop: AbortSignal, spent: NonNullable<FailedReading["spent"]>): Promise<ClaimEnd> {
  if (error instanceof LeaseLost) return { end: "lost" };
  if (stop.aborted) {
    await releaseClaim(claim);
    return { end: "released" };
  }
  const at = { account: claim.account.id, region: claim.region, project: claim.project };
  if (error instanceof CloudError) return endRefused(claim, toProblem(at, error), error, spent);
  if (error instanceof Refusal) {
    const retrySeconds = error.code === "store_unavailable" ? soonSeconds() : periodSeconds();
    return failClaim(claim, { outcome: "failed", problem: ownProblem(at, error.code, error.message), retrySeconds, spent });
  }
  await failClaim(claim, {
    outcome: "failed",
    problem: ownProblem(at, "internal", "The reading failed for a reason of our own: the log has more."),
    retrySeconds: periodSeconds(),
    spent,
  });
  throw error;
}

async function endRefused(claim: Claim, problem: Problem, error: CloudError, spent: FailedReading["spent"]): Promise<ClaimEnd> {
  const { operation, code, message, requestId, at } = problem;
  if (error.kind === "auth") await restAccount(claim.account.id, { operation, code, message, requestId, at });
  const passes = error.kind === "unavailable" || error.kind === "throttled";
  const retrySeconds = passes ? soonSeconds() : periodSeconds();
  return failClaim(claim, { outcome: error.kind === "not-enabled" ? "not-enabled" : "failed", problem, retrySeconds, spent });
}

/** Ends a claim that changes no key. */
export async function failClaim(claim: Claim, failed: FailedReading): Promise<ClaimEnd> {
  try {
    await failSource(claim, failed);
    return { end: failed.outcome, problem: failed.problem };
  } catch (error) {
    if (error instanceof LeaseLost) return { end: "lost" };
    throw error;
  }
}

const soonSeconds = () => Math.min(RETRY_SECONDS, periodSeconds());

/** The period, ten per cent more or less, so that sources do not fall due together. */
export const periodSeconds = () => Math.round(env().periodMinutes * 60 * (0.9 + Math.random() * 0.2));

/** The most that `periodSeconds` gives. */
export const longestPeriodMs = () => env().periodMinutes * 60_000 * 1.1;
