import { type CircuitBreakerPolicy, ConsecutiveBreaker, circuitBreaker, handleWhen, isBrokenCircuitError } from "cockatiel";
import { CloudError } from "../model/problem.ts";
import type { Ledger } from "./ledger.ts";
import type { Pace } from "./pace.ts";
import { openLine } from "./permit-line.ts";
import { processWide } from "./process-wide.ts";
import type { Rate } from "./schedule-starts.ts";
import type { Lane } from "./waiting-calls.ts";
import { type LineWithSecrets, withSecrets } from "./with-secrets.ts";

/**
 * What calls to one region of one cloud account share. Over all processes, by the ledger: the region's starts and calls in flight, and the starts of
 * the credential over all its regions. In this process alone: the breaker and the tries again, since what a process sees failing may work elsewhere.
 */
export interface PlaceBudget extends LineWithSecrets {
  /**
   * One breaker an operation: a site that answers 500 for calls it does not know must not keep the others from being made. Where all of it fails, its
   * listing fails first, and nothing else is asked.
   */
  breakerOf(operation: string): CircuitBreakerPolicy;
  /** By operation, how the cloud failed last: a call that the breaker holds back says it. */
  failures: Map<string, CloudError>;
  /** Tries again are a share of what succeeds (one in five), beyond a small stock: a storm must not double itself. */
  retries: { left: number };
  /** Throttles in a row, each of a call that began after the rest for the one before; `until` is that rest's end on `performance.now()`. */
  throttles: { times: number; until: number };
}

export const RETRY_STOCK = 20;
const RETRY_SHARE = 0.2;

export interface BudgetPlace {
  ledger: Ledger;
  /** Names the cloud account where it is known, else the credential: two accounts of ours over one cloud account share its budget. */
  budgetKey: string;
  credentialKey: string;
  region: string | null;
}

export function placeBudget(at: BudgetPlace, pace: Pace): PlaceBudget {
  const name = JSON.stringify([at.budgetKey, at.credentialKey, at.region, pace]);
  const known = budgetsOf(at.ledger);
  const budget = known.get(name) ?? makePlace(at, pace);
  known.set(name, budget);
  return budget;
}

function budgetsOf(ledger: Ledger): Map<string, PlaceBudget> {
  const all = processWide("budgets", () => new WeakMap<Ledger, Map<string, PlaceBudget>>());
  const budgets = all.get(ledger) ?? new Map<string, PlaceBudget>();
  all.set(ledger, budgets);
  return budgets;
}

/** Gives all calls in flight back that this process holds and does not use: at its end, so that others need not wait for leases to lapse. */
export async function giveBackPermits(ledger: Ledger): Promise<void> {
  await Promise.all([...budgetsOf(ledger).values()].map((budget) => budget.giveBack()));
}

export function earnRetry(budget: PlaceBudget): void {
  budget.retries.left = Math.min(RETRY_STOCK, budget.retries.left + RETRY_SHARE);
  budget.throttles.times = 0;
}

/** The cloud throttled a call: nobody calls the place for as long as it asked for, and for longer each time as long as nothing succeeds. */
export async function restPlace(budget: PlaceBudget, askedMs: number, pace: Pace): Promise<void> {
  const { throttles } = budget;
  const now = performance.now();
  if (now >= throttles.until) throttles.times += 1;
  const ms = Math.max(askedMs, Math.min(pace.pauseCapMs, pace.throttleFloorMs * 2 ** Math.max(0, throttles.times - 1)));
  throttles.until = Math.max(throttles.until, now + ms);
  await budget.restFor(ms);
}

/**
 * How late a start may be used. Timers of a busy machine are hardly more exact: one that is too late is told back and asked for again, so with less than that
 * a busy process would get nowhere.
 */
const LATE_MS = 20;

/** Of a second: each process reads the ledger's clock through the database, and as inexactly as that answers. */
const APART_SHARE = 0.03;

function makePlace({ ledger, budgetKey, credentialKey, region }: BudgetPlace, pace: Pace): PlaceBudget {
  const apartMs = pace.secondMs * APART_SHARE;
  const windowed = (most: number, ms: number): Rate => ({ most, windowMs: ms + LATE_MS });
  const place = { name: `place|${budgetKey}|${region ?? ""}`, rate: windowed(pace.perSourcePerSecond, pace.secondMs) };
  const perSecond = pace.perCredentialPerSecond;
  const credential = perSecond === null ? [] : [{ name: `credential|${credentialKey}`, rate: steady(perSecond, pace.secondMs, LATE_MS + apartMs) }];
  const laneRate = (lane: Lane) => windowed(Math.max(1, Math.floor(lane.perSecond)), pace.secondMs * Math.max(1, 1 / lane.perSecond));
  const terms = { ledger, laneRate, slots: pace.perSourceInFlight, lateMs: LATE_MS, apartMs };
  const line = openLine({ ...terms, budgets: [place, ...credential] });
  const { secretInFlight } = pace;
  const limited = secretInFlight === null ? null : { credentialKey, place, credential, turns: secretInFlight, muteMs: pace.muteMs };
  const breakers = new Map<string, CircuitBreakerPolicy>();
  const breakerOf = (operation: string) => {
    const breaker = breakers.get(operation) ?? openBreaker(pace);
    breakers.set(operation, breaker);
    return breaker;
  };
  return {
    ...(limited ? withSecrets(line, terms, limited) : line),
    breakerOf,
    failures: new Map(),
    retries: { left: RETRY_STOCK },
    throttles: { times: 0, until: 0 },
  };
}

function openBreaker(pace: Pace): CircuitBreakerPolicy {
  return circuitBreaker(
    handleWhen((error) => error instanceof CloudError && error.kind === "unavailable" && (error.status === null || error.status > 500)),
    { halfOpenAfter: pace.restMs, breaker: new ConsecutiveBreaker(pace.breaksAfter) },
  );
}

/**
 * A rate in thirds of a second. A vendor counts arrivals, and a burst that the network held up meets the next one there: held up for a third of a second it
 * is a third more, no more than what the cloud itself allows. The windows are as much longer as a start may be late, and processes apart: so no second
 * sees more than `perSecond`.
 */
function steady(perSecond: number, secondMs: number, lateMs: number): Rate {
  const most = Math.max(1, Math.floor(perSecond / 3));
  return { most, windowMs: ((secondMs + lateMs) * most) / perSecond };
}

/** The breaker's own refusal, with what the cloud said last. Notes what else goes wrong. */
export function brokenCircuit(error: unknown, at: { operation: string; region: string | null }, { failures }: Pick<PlaceBudget, "failures">): unknown {
  if (!isBrokenCircuitError(error)) {
    if (error instanceof CloudError && error.kind === "unavailable") failures.set(at.operation, error);
    return error;
  }
  const last = failures.get(at.operation);
  return new CloudError({
    kind: "unavailable",
    operation: at.operation,
    code: "circuit_open",
    message: `${last?.message ?? "The cloud could not answer."} It failed many times in a row${last ? ` (${last.code})` : ""} and is left alone for some seconds.`,
    requestId: last?.requestId ?? null,
    cause: last,
  });
}
