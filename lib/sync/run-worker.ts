import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { refreshPlaces } from "../accounts/refresh-account.ts";
import type { Pace } from "../clouds/pace.ts";
import { env } from "../env.ts";
import { newId } from "../model/new-id.ts";
import { claimDiscovery } from "../store/accounts.ts";
import { type Claim, claimSource } from "../store/source-lease.ts";
import { refusalIn } from "../store/refusal-in.ts";
import { logFault } from "./log-fault.ts";
import { type ReadingPulse, readingPulse } from "./reading-pulse.ts";
import { runClaim } from "./run-claim.ts";

export interface WorkerOptions {
  log: Logger;
  stop: AbortSignal;
  /** Sources read at a time by this process, and of one account: a slow account leaves room for the others. Those whose cloud is silent do not count. */
  slots?: number;
  perAccount?: number;
  /** How often the queue is looked at. */
  pollMs?: number;
  pace?: Partial<Pace>;
}

/** Readings at a time, for each slot, those whose cloud is silent included: each holds memory and sockets. */
const MOST_PER_SLOT = 4;

/** Every so many times the source that is due the longest goes before those that are asked for. */
const DUE_FIRST = 4;

/** Takes up sources that are asked for or due, until `stop`; then gives back what it holds. */
export async function runWorker({ log, stop, slots = 16, perAccount = 4, pollMs = 400, pace }: WorkerOptions): Promise<void> {
  const owner = newId();
  const running = new Set<{ sourceId: string; pulse: ReadingPulse; work: Promise<void> }>();
  const begin = (claim: Claim) => {
    const pulse = readingPulse();
    const work = readAndLog(claim, log, stop, pulse, pace)
      .catch((error: unknown) => logFault(log, error))
      .finally(() => running.delete(reading));
    const reading = { sourceId: claim.sourceId, pulse, work };
    running.add(reading);
  };
  let asked = 0;
  const claimNext = async () => {
    const silent = [...running].filter(({ pulse }) => pulse.isSilent()).map(({ sourceId }) => sourceId);
    if (running.size - silent.length >= slots || running.size >= slots * MOST_PER_SLOT) return undefined;
    return claimSource(owner, perAccount, silent, ++asked % DUE_FIRST === 0);
  };
  let discovering: Promise<void> | null = null;
  while (!stop.aborted) {
    try {
      const claim = await claimNext();
      if (claim) {
        begin(claim);
        continue;
      }
      discovering ??= discoverNext(log, stop).finally(() => {
        discovering = null;
      });
    } catch (error) {
      logFault(log, error);
      await pause(2000, stop);
    }
    await pause(pollMs, stop);
  }
  await Promise.all([...[...running].map(({ work }) => work), discovering]);
}

async function readAndLog(claim: Claim, log: Logger, stop: AbortSignal, pulse: ReadingPulse, pace?: Partial<Pace>): Promise<void> {
  const source = { account: claim.account.id, region: claim.region, project: claim.project };
  const startedAt = performance.now();
  const ended = await runClaim(claim, stop, pace, pulse);
  const ms = Math.round(performance.now() - startedAt);
  if (ended.end === "read") log.info({ source, ms, ...ended.swapped }, "read");
  else if ("problem" in ended)
    log.warn({ source, ms, code: ended.problem.code, operation: ended.problem.operation, requestId: ended.problem.requestId }, ended.end);
  else log.info({ source, ms }, ended.end);
}

/** One account's discovery, if one is due. */
async function discoverNext(log: Logger, stop: AbortSignal): Promise<void> {
  const id = await claimDiscovery(env().periodMinutes).catch((error: unknown) => logFault(log, error));
  if (!id) return;
  try {
    await refreshPlaces(id, stop);
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal) log.warn({ account: id, code: refusal.code }, "discovery");
    else if (!stop.aborted) logFault(log, error);
  }
}

async function pause(ms: number, stop: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: stop }).catch((aborted: unknown) => {
    if (!stop.aborted) throw aborted;
  });
}
