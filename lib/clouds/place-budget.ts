import { type CircuitBreakerPolicy, ConsecutiveBreaker, circuitBreaker, handleWhen, isBrokenCircuitError } from "cockatiel";
import { CloudError } from "../model/problem.ts";
import type { OutgoingCall } from "./cloud.ts";
import type { Ledger } from "./ledger.ts";
import type { Pace } from "./pace.ts";
import { type Lane, type LineTerms, openLine, type PermitLine } from "./permit-line.ts";
import { processWide } from "./process-wide.ts";
import type { Rate } from "./schedule-starts.ts";

/**
 * What calls to one region of one cloud account share. Over all processes, by the ledger: the region's starts and calls in flight, and the starts of
 * the credential over all its regions. In this process alone: the breaker and the tries again, since what a process sees failing may work elsewhere.
 */
export interface PlaceBudget extends Omit<PermitLine, "permit"> {
  /** As the line's; a call that presents the secret itself waits for its turn among those of all regions too, where the cloud limits them. */
  permit<T>(call: () => Promise<T>, at: Parameters<PermitLine["permit"]>[1] & Pick<OutgoingCall<unknown>, "presents">): Promise<T>;
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

function makePlace({ ledger, budgetKey, credentialKey, region }: BudgetPlace, pace: Pace): PlaceBudget {
  const lateMs = pace.secondMs / 20;
  const windowed = (most: number, ms: number): Rate => ({ most, windowMs: ms + lateMs });
  const place = { name: `place|${budgetKey}|${region ?? ""}`, rate: windowed(pace.perSourcePerSecond, pace.secondMs) };
  const perSecond = pace.perCredentialPerSecond;
  const credential = perSecond === null ? [] : [{ name: `credential|${credentialKey}`, rate: steady(perSecond, pace.secondMs, lateMs) }];
  const laneRate = (lane: Lane) => windowed(Math.max(1, Math.floor(lane.perSecond)), pace.secondMs * Math.max(1, 1 / lane.perSecond));
  const terms = { ledger, laneRate, slots: pace.perSourceInFlight, lateMs };
  const line = openLine({ ...terms, budgets: [place, ...credential] });
  const { secretInFlight } = pace;
  const secrets = secretInFlight === null ? null : secretLine({ ledger, credentialKey }, { ...terms, slots: secretInFlight, budgets: credential });
  const breakers = new Map<string, CircuitBreakerPolicy>();
  const breakerOf = (operation: string) => {
    const breaker = breakers.get(operation) ?? openBreaker(pace);
    breakers.set(operation, breaker);
    return breaker;
  };
  return {
    ...(secrets ? withSecrets(line, openLine({ ...terms, budgets: [place] }), secrets) : line),
    breakerOf,
    failures: new Map(),
    retries: { left: RETRY_STOCK },
    throttles: { times: 0, until: 0 },
  };
}

/** One for each credential: what its secret is presented in, at all places. Its starts are counted here, where they are near. */
function secretLine({ ledger, credentialKey }: Pick<BudgetPlace, "ledger" | "credentialKey">, terms: LineTerms): PermitLine {
  const all = processWide("secret-lines", () => new WeakMap<Ledger, Map<string, PermitLine>>());
  const lines = all.get(ledger) ?? new Map<string, PermitLine>();
  all.set(ledger, lines);
  const name = JSON.stringify([credentialKey, terms.slots, terms.budgets]);
  const known = lines.get(name) ?? openLine({ ...terms, budgets: [{ name: `secret|${credentialKey}`, rate: NO_LIMIT }, ...terms.budgets] });
  lines.set(name, known);
  return known;
}

const NO_LIMIT: Rate = { most: 1_000, windowMs: 1_000 };

/** First the place's permit and then the secret's: a place that rests must not hold what the others could use. */
function withSecrets(tokens: PermitLine, place: PermitLine, secrets: PermitLine): Pick<PlaceBudget, "permit" | "restFor" | "giveBack"> {
  const both = async (work: (line: PermitLine) => Promise<void>) => void (await Promise.all([tokens, place].map(work)));
  return {
    permit(call, { presents, ...at }) {
      if (presents === "token") return tokens.permit(call, at);
      return place.permit(() => secrets.permit(call, { signal: at.signal, lane: undefined }), at);
    },
    restFor: (ms) => both((line) => line.restFor(ms)),
    async giveBack() {
      await both((line) => line.giveBack());
      await secrets.giveBack();
    },
  };
}

function openBreaker(pace: Pace): CircuitBreakerPolicy {
  return circuitBreaker(
    handleWhen((error) => error instanceof CloudError && error.kind === "unavailable" && (error.status === null || error.status > 500)),
    { halfOpenAfter: pace.restMs, breaker: new ConsecutiveBreaker(pace.breaksAfter) },
  );
}

/**
 * A rate in fifths of a second. A vendor counts arrivals, and a burst that the network held up meets the next one there.
 * The five windows together are as much longer as a start may be late: so no second sees more than `perSecond`.
 */
function steady(perSecond: number, secondMs: number, lateMs: number): Rate {
  const most = Math.max(1, Math.floor(perSecond / 5));
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
