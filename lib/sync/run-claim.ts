import { type OpenAccount, openConnection } from "../accounts/open-connection.ts";
import { askIdentity, noteIdentity, refreshPlaces } from "../accounts/refresh-account.ts";
import type { CallReport } from "../clouds/http.ts";
import type { Pace } from "../clouds/pace.ts";
import { env } from "../env.ts";
import { CloudError } from "../model/problem.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { type Claim, heartbeat, LeaseLost, type Progress } from "../store/source-lease.ts";
import { readHeldKeys, swapSource } from "../store/swap-source.ts";
import { type ClaimEnd, endBadly, failClaim, periodSeconds } from "./end-claim.ts";
import { lightOrder } from "./light/light-order.ts";
import { readSource, type SourceReading } from "./read-source.ts";
import { type ReadingPulse, readingPulse } from "./reading-pulse.ts";

/** How often progress is written and the lease prolonged. */
const HEARTBEAT_MS = 1000;
/** Without any answer for so long a reading is given up: the way out has its own, shorter limits, so this is a fault of ours. */
const STALLED_MS = 180_000;

/**
 * Reads a claimed source and ends the claim, one way or the other; never throws for what the cloud does. `stop` gives the source back, to be read by
 * whoever comes next. `pulse` tells meanwhile whether the cloud answers.
 */
export async function runClaim(claim: Claim, stop: AbortSignal, pace: Partial<Pace> = {}, pulse: ReadingPulse = readingPulse()): Promise<ClaimEnd> {
  const given = new AbortController();
  const signal = AbortSignal.any([stop, given.signal]);
  const progress: Progress = { done: 0, expected: null, calls: 0, throttled: 0 };
  const startedAt = performance.now();
  const isLight = !claim.isFull && env().describeHours > 0;
  // Not the wall clock, which may be set anew in the middle.
  let lastCallAt = performance.now();
  const onCall = (report: CallReport) => {
    pulse.ended(report);
    progress.calls += 1;
    progress.throttled += report.throttled ? 1 : 0;
    lastCallAt = performance.now();
  };
  const beat = setInterval(() => {
    if (performance.now() - lastCallAt > STALLED_MS)
      given.abort(new CloudError({ kind: "unavailable", operation: "read", code: "stalled", message: "Nothing was heard for three minutes." }));
    heartbeat(claim, progress).catch((error: unknown) => given.abort(error));
  }, HEARTBEAT_MS);
  try {
    const opened = await openConnection(SYSTEM_SCOPE, claim.account.id, { onCall, onBegin: pulse.began, signal, pace, anew: claim.isAsked });
    const { reading, cloudAccount } = await readWith(claim, opened, signal, progress, isLight);
    const { calls, throttled } = progress;
    if (reading.kind === "held")
      return await failClaim(claim, { outcome: "held", problem: reading.problem, retrySeconds: periodSeconds(), spent: { calls, throttled } });
    const { account, cloud } = opened;
    const place = { cloud: cloud.id, cloudAccount, account: { id: account.id, name: account.name }, region: claim.region, project: claim.project };
    const kind = isLight ? ("light" as const) : ("full" as const);
    const cost = { calls, throttled, described: reading.described, ms: Math.round(performance.now() - startedAt), kind };
    const swapped = await swapSource(claim, { ...reading, place, at: new Date().toISOString(), nextSeconds: periodSeconds(), cost });
    return { end: "read", swapped };
  } catch (error) {
    return await endBadly(claim, signal.aborted ? signal.reason : error, stop, { calls: progress.calls, throttled: progress.throttled });
  } finally {
    clearInterval(beat);
  }
}

async function readWith(
  claim: Claim,
  opened: OpenAccount,
  signal: AbortSignal,
  progress: Progress,
  isLight: boolean,
): Promise<{ reading: SourceReading; cloudAccount: string }> {
  const { account, cloud, connection } = opened;
  if (cloud.hasProjects && claim.project === null) await findProjects(claim, opened);
  const known = account.cloudAccount ?? (await askIdentity(account.id, () => connection.check()));
  const held = await readHeldKeys(claim);
  const reading = await readSource({
    cloud,
    connection,
    signal,
    source: claim,
    at: { account: account.id, region: claim.region, project: claim.project },
    held,
    acceptDrop: claim.acceptDrop,
    light: isLight ? await lightOrder(claim, held) : null,
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
