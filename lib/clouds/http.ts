import { setTimeout as sleep } from "node:timers/promises";
import type { OutboundProxy } from "../model/outbound-proxy.ts";
import { CloudError } from "../model/problem.ts";
import { allowedUrl } from "./allowed-url.ts";
import type { Cloud, Incoming, Io, OutgoingCall } from "./cloud.ts";
import { throughGate } from "./credential-gate.ts";
import { exchange } from "./exchange.ts";
import { type Ledger, localLedger } from "./ledger.ts";
import { PACE, type Pace } from "./pace.ts";
import { brokenCircuit, earnRetry, type PlaceBudget, placeBudget, restPlace } from "./place-budget.ts";
import { retryAfterMs, retryPause } from "./retry-pause.ts";
import { sharedSlot } from "./shared-grants.ts";

/** One try of one call, for whoever counts. `status` is null when no answer came. */
export interface CallReport {
  operation: string;
  region: string | null;
  project: string | null;
  status: number | null;
  requestId: string | null;
  ms: number;
  throttled: boolean;
}

export interface IoOptions {
  cloud: Cloud;
  /** Names the credential in budgets and breakers: the same secret must have the same name, another secret another one. Never the secret. */
  credentialKey: string;
  /** Names the cloud account whose budgets the calls draw on; the credential's where it is not known. */
  budgetKey?: string;
  /** Where budgets and refusals are counted; in this process alone where none is given. */
  ledger?: Ledger;
  /** Told once the cloud has refused the credential so often that it rests. */
  onRefused?: (error: CloudError) => Promise<void>;
  /** KEYATLAS_ALLOWED_ENDPOINTS: origins outside the cloud's own hosts. */
  allowedOrigins: readonly string[];
  /** KEYATLAS_OUTBOUND_PROXY. */
  proxy?: OutboundProxy | null;
  /** Connections of this credential in this process share what the cloud gives it for a while. Default false. */
  sharesGrants?: boolean;
  onCall?: (report: CallReport) => void;
  /** Told when a try leaves. */
  onBegin?: () => void;
  signal?: AbortSignal;
  /** Shortened in tests. */
  pace?: Partial<Pace>;
  random?: () => number;
}

/**
 * The one guarded way out. Every call of every cloud passes here: allow-list, checked addresses, time limits, body cap, pacing,
 * tries again, breakers.
 */
export function openIo(options: IoOptions): Io {
  const pace: Pace = { ...PACE, ...options.cloud.pace, ...options.pace };
  const ledger = options.ledger ?? localLedger();
  return {
    now: () => new Date(),
    ...(options.sharesGrants ? { grantSlot: (name) => sharedSlot(ledger, options.credentialKey, name) } : {}),
    send: (call) =>
      send(call, {
        ...options,
        pace,
        random: options.random ?? Math.random,
        ledger,
        budgetKey: options.budgetKey ?? options.credentialKey,
        proxy: options.proxy ?? null,
      }),
  };
}

type Settings = IoOptions & { pace: Pace; random: () => number; ledger: Ledger; budgetKey: string; proxy: OutboundProxy | null };

async function send<T>(call: OutgoingCall<T>, settings: Settings): Promise<T> {
  const { pace, random } = settings;
  const signal = bothSignals(settings.signal, call.signal);
  const budget = placeBudget({ ...settings, region: call.region }, pace);
  let leftMs = pace.operationMs;
  for (let tried = 1; ; tried++) {
    const attempt: Attempt = { ms: 0, answer: null };
    try {
      const value = await admitted(budget, call, settings, signal, () => tryOnce(call, settings, attempt, leftMs, signal));
      earnRetry(budget);
      return value;
    } catch (failure) {
      const error = brokenCircuit(failure, call, budget);
      leftMs -= attempt.ms;
      const asked = retryAfterMs(attempt.answer?.headers["retry-after"], new Date());
      const pause = retryPause(error, tried, { pace, random, retryAfterMs: asked });
      // Whether this call goes on or not: the others must not be told the same.
      if (error instanceof CloudError && error.kind === "throttled") await restPlace(budget, Math.max(asked ?? 0, pause ?? 0), pace);
      if (pause === null || pause >= leftMs || budget.retries.left < 1) throw error;
      budget.retries.left -= 1;
      leftMs -= pause;
      await sleep(pause, undefined, { signal }).catch((aborted) => {
        throw signal?.reason ?? aborted;
      });
    }
  }
}

/** The credential's gate, then a permit, then the breaker: what waits for its turn is not held to be a failure of the region. */
function admitted<T>(budget: PlaceBudget, call: OutgoingCall<T>, settings: Settings, signal: AbortSignal | undefined, run: () => Promise<T>): Promise<T> {
  const guarded = () => budget.breakerOf(call.operation).execute(run);
  const permit = <R>(work: () => Promise<R>, closing?: AbortSignal) =>
    budget.permit(work, { signal: bothSignals(signal, closing), lane: call.lane, presents: call.presents });
  if (call.presents === "token") return permit(guarded);
  const { ledger, credentialKey, onRefused, pace } = settings;
  const again = <R>(main: OutgoingCall<R>) => send(main, settings);
  return throughGate({ ledger, credentialKey, onRefused, call, send: again, probeMs: pace.probeMs, muteMs: pace.muteMs, signal, permit }, guarded);
}

interface Attempt {
  ms: number;
  answer: Incoming | null;
}

async function tryOnce<T>(call: OutgoingCall<T>, settings: Settings, attempt: Attempt, leftMs: number, signal: AbortSignal | undefined): Promise<T> {
  const outgoing = call.build();
  const destination = allowedUrl(settings.cloud, outgoing.url, settings.allowedOrigins);
  if (!destination) throw notAllowed(call.operation, outgoing.url);
  settings.onBegin?.();
  const startedAt = performance.now();
  let failure: unknown = null;
  try {
    attempt.answer = await exchange(outgoing, { operation: call.operation, destination, proxy: settings.proxy, pace: settings.pace, leftMs, signal });
    return call.read(attempt.answer);
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    attempt.ms = performance.now() - startedAt;
    settings.onCall?.(reportOf(call, attempt, failure));
  }
}

function reportOf(call: OutgoingCall<unknown>, attempt: Attempt, failure: unknown): CallReport {
  const headers = attempt.answer?.headers ?? {};
  const idHeader = Object.keys(headers).find((name) => name.endsWith("request-id"));
  const error = failure instanceof CloudError ? failure : null;
  return {
    operation: call.operation,
    region: call.region,
    project: call.project ?? null,
    status: attempt.answer?.status ?? null,
    ms: Math.round(attempt.ms),
    requestId: error?.requestId ?? (idHeader ? (headers[idHeader] ?? null) : null),
    throttled: error?.kind === "throttled",
  };
}

function notAllowed(operation: string, url: URL): CloudError {
  return new CloudError({ kind: "protocol", operation, code: "endpoint_not_allowed", message: `No credential may be sent to ${url.protocol}//${url.host}.` });
}

function bothSignals(one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined {
  return one && other ? AbortSignal.any([one, other]) : (one ?? other);
}
