import { askIdentity, noteIdentity, refreshPlaces } from "../accounts/refresh-account.ts";
import { type OpenAccount, openConnection } from "../accounts/open-connection.ts";
import { isCredentialRefused, resetCredential } from "../clouds/credential-gate.ts";
import type { Pace } from "../clouds/pace.ts";
import { env } from "../env.ts";
import { CloudError, type Problem } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { restAccount } from "../store/accounts.ts";
import { type FailedReading, failSource } from "../store/end-reading.ts";
import { type Claim, heartbeat, LeaseLost, type Progress, releaseClaim } from "../store/source-lease.ts";
import { readHeldKeys, type Swapped, swapSource } from "../store/swap-source.ts";
import { readSource, type SourceReading } from "./read-source.ts";
import { toProblem } from "./reading-notes.ts";

export type ClaimEnd = { end: "read"; swapped: Swapped } | { end: FailedReading["outcome"]; problem: Problem } | { end: "lost" } | { end: "released" };

/** How often progress is written and the lease prolonged. */
const HEARTBEAT_MS = 1000;
/** Without any answer for so long a reading is given up: the way out has its own, shorter limits, so this is a fault of ours. */
const STALLED_MS = 180_000;
/** Faults that pass are tried again sooner than the period. */
const RETRY_SECONDS = 300;

/**
 * Reads a claimed source and ends the claim, one way or the other; never throws for what the cloud does. `stop` gives the source back, to be read by
 * whoever comes next.
 */
export async function runClaim(claim: Claim, stop: AbortSignal, pace: Partial<Pace> = {}): Promise<ClaimEnd> {
  const given = new AbortController();
  const signal = AbortSignal.any([stop, given.signal]);
  const progress: Progress = { done: 0, expected: null, calls: 0, throttled: 0 };
  let lastCallAt = Date.now();
  const onCall = ({ throttled }: { throttled: boolean }) => {
    progress.calls += 1;
    progress.throttled += throttled ? 1 : 0;
    lastCallAt = Date.now();
  };
  const beat = setInterval(() => {
    if (Date.now() - lastCallAt > STALLED_MS)
      given.abort(new CloudError({ kind: "unavailable", operation: "read", code: "stalled", message: "Nothing was heard for three minutes." }));
    heartbeat(claim, progress).catch((error: unknown) => given.abort(error));
  }, HEARTBEAT_MS);
  try {
    const opened = await openConnection(SYSTEM_SCOPE, claim.account.id, { onCall, signal, pace });
    const { reading, cloudAccount } = await readWith(claim, opened, signal, progress);
    if (reading.kind === "held") return await fail(claim, { outcome: "held", problem: reading.problem, retrySeconds: period() });
    const { account, cloud } = opened;
    const place = { cloud: cloud.id, cloudAccount, account: { id: account.id, name: account.name }, region: claim.region, project: claim.project };
    const swapped = await swapSource(claim, { ...reading, place, at: new Date().toISOString(), nextSeconds: period() });
    return { end: "read", swapped };
  } catch (error) {
    return await endBadly(claim, signal.aborted ? signal.reason : error, stop);
  } finally {
    clearInterval(beat);
  }
}

async function readWith(claim: Claim, opened: OpenAccount, signal: AbortSignal, progress: Progress): Promise<{ reading: SourceReading; cloudAccount: string }> {
  const { account, cloud, connection, credentialKey } = opened;
  // A person asked for it since this process was refused: then the credential is tried again.
  if (account.restsSince === null && isCredentialRefused(credentialKey)) resetCredential(credentialKey);
  if (cloud.hasProjects && claim.project === null) await findProjects(claim, opened);
  const known = account.cloudAccount ?? (await askIdentity(account.id, () => connection.check()));
  const reading = await readSource({
    cloud,
    connection,
    signal,
    source: claim,
    at: { account: account.id, region: claim.region, project: claim.project },
    held: await readHeldKeys(claim),
    acceptDrop: claim.acceptDrop,
    onProgress: (done, expected) => Object.assign(progress, { done, expected }),
  });
  if (known !== null || reading.kind === "held") return { reading, cloudAccount: known ?? account.id };
  const told = reading.keys
    .map(({ arn, raw }) =>
      Object.values(raw)
        .map((one) => cloud.accountOf({ arn, raw: one }))
        .find((one) => one !== null),
    )
    .find((one) => one !== undefined);
  if (told) await noteIdentity(account.id, { cloudAccount: told, principal: null });
  return { reading, cloudAccount: told ?? account.id };
}

/** A source whose project nobody knew makes way for the projects that the cloud names by now. */
async function findProjects(claim: Claim, { account, connection }: OpenAccount): Promise<never> {
  const answer = await connection.projects?.(claim.region);
  if (!answer?.value.length) {
    throw new CloudError({
      kind: "not-found",
      operation: answer?.call.operation ?? "projects",
      code: "no_project",
      requestId: answer?.call.requestId,
      message: `The cloud names no project for ${claim.region}.`,
      advice: "Name the project in the account, or allow its credential to see it.",
    });
  }
  await refreshPlaces(account.id);
  throw new LeaseLost("the source made way for its projects");
}

async function endBadly(claim: Claim, error: unknown, stop: AbortSignal): Promise<ClaimEnd> {
  if (error instanceof LeaseLost) return { end: "lost" };
  if (stop.aborted) {
    await releaseClaim(claim);
    return { end: "released" };
  }
  const at = { account: claim.account.id, region: claim.region, project: claim.project };
  if (error instanceof CloudError) {
    const problem = toProblem(at, error);
    if (error.kind === "auth") await restAccount(claim.account.id, { ...problem, requestId: error.requestId });
    const passes = error.kind === "unavailable" || error.kind === "throttled";
    return await fail(claim, {
      outcome: error.kind === "not-enabled" ? "not-enabled" : "failed",
      problem,
      retrySeconds: passes ? Math.min(RETRY_SECONDS, period()) : period(),
    });
  }
  const code = error instanceof Refusal ? error.code : "internal";
  const message = error instanceof Refusal ? error.message : "The reading failed for a reason of our own: see the log.";
  const ended = await fail(claim, {
    outcome: "failed",
    problem: {
      account: at.account,
      region: at.region,
      ...(at.project === null ? {} : { project: at.project }),
      operation: "read",
      code,
      message,
      requestId: null,
      at: new Date().toISOString(),
    },
    retrySeconds: period(),
  });
  if (!(error instanceof Refusal)) throw error;
  return ended;
}

async function fail(claim: Claim, failed: FailedReading): Promise<ClaimEnd> {
  try {
    await failSource(claim, failed);
    return { end: failed.outcome, problem: failed.problem };
  } catch (error) {
    if (error instanceof LeaseLost) return { end: "lost" };
    throw error;
  }
}

/** The period, ten per cent more or less, so that sources do not fall due together. */
const period = () => Math.round(env().periodMinutes * 60 * (0.9 + Math.random() * 0.2));
