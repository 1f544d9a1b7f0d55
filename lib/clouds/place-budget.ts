import { type CircuitBreakerPolicy, ConsecutiveBreaker, circuitBreaker, handleWhen, isBrokenCircuitError } from "cockatiel";
import PQueue from "p-queue";
import { CloudError } from "../model/problem.ts";
import type { Pace } from "./pace.ts";
import { processWide } from "./process-wide.ts";

/**
 * What calls to one region with one credential share in this process. Two limits hold at once: of the region (rate and calls in flight)
 * and of the credential over all regions (rate). The vendors count over all our processes together: one shared budget, permits taken
 * in batches from a row, is a later step; until then a web and a worker process each keep these limits.
 */
export interface PlaceBudget {
  /** Runs `call` once both limits allow it. Rejects with the signal's reason when the caller gives up waiting. */
  permit<T>(call: () => Promise<T>, signal: AbortSignal | undefined): Promise<T>;
  /** Leaves the region alone for a while after it throttled us. */
  restFor(ms: number): void;
  breaker: CircuitBreakerPolicy;
  /** Tries again are a share of what succeeds (one in five), beyond a small stock: a storm must not double itself. */
  retries: { left: number };
}

export const RETRY_STOCK = 20;
const RETRY_SHARE = 0.2;

export function placeBudget(credentialKey: string, region: string | null, pace: Pace): PlaceBudget {
  const credential =
    pace.perCredentialPerSecond === null
      ? null
      : shared(`rate|${credentialKey}|${pace.perCredentialPerSecond}|${pace.secondMs}`, () => steadyQueue(pace, pace.perCredentialPerSecond ?? 1));
  const name = [credentialKey, region ?? "", pace.perSourcePerSecond, pace.perSourceInFlight, pace.secondMs, pace.breaksAfter, pace.restMs].join("|");
  return shared(`place|${name}`, () => makePlace(credential, pace));
}

export function earnRetry(budget: PlaceBudget): void {
  budget.retries.left = Math.min(RETRY_STOCK, budget.retries.left + RETRY_SHARE);
}

function makePlace(credential: PQueue | null, pace: Pace): PlaceBudget {
  const queue = rateQueue(pace, pace.perSourcePerSecond, pace.perSourceInFlight);
  let wake: NodeJS.Timeout | undefined;
  return {
    permit: (call, signal) => queue.add(() => (credential ? credential.add(call, { signal }) : call()), { signal }),
    restFor(ms) {
      clearTimeout(wake);
      queue.pause();
      wake = setTimeout(() => queue.start(), ms);
    },
    breaker: circuitBreaker(
      handleWhen((error) => error instanceof CloudError && error.kind === "unavailable"),
      {
        halfOpenAfter: pace.restMs,
        breaker: new ConsecutiveBreaker(pace.breaksAfter),
      },
    ),
    retries: { left: RETRY_STOCK },
  };
}

/** A sliding second: never more than `perSecond` starts in any second, all of them at once if need be. */
function rateQueue(pace: Pace, perSecond: number, concurrency: number): PQueue {
  return new PQueue({ intervalCap: perSecond, interval: pace.secondMs, strict: true, concurrency });
}

/** The same in fifths of a second. A vendor counts arrivals, and a burst that the network held up meets the next one there. */
function steadyQueue(pace: Pace, perSecond: number): PQueue {
  const intervalCap = Math.max(1, Math.floor(perSecond / 5));
  return new PQueue({ intervalCap, interval: Math.ceil((pace.secondMs * intervalCap) / perSecond), strict: true });
}

function shared<T>(name: string, make: () => T): T {
  const budgets = processWide("budgets", () => new Map<string, unknown>());
  if (!budgets.has(name)) budgets.set(name, make());
  return budgets.get(name) as T;
}

/** The breaker's own refusal, in our words. */
export function brokenCircuit(error: unknown, at: { operation: string; region: string | null }): unknown {
  if (!isBrokenCircuitError(error)) return error;
  return new CloudError({
    kind: "unavailable",
    operation: at.operation,
    code: "circuit_open",
    message: `${at.region ?? "The cloud"} has failed many times in a row and is left alone for some seconds.`,
  });
}
