import { randomUUID } from "node:crypto";
import { grantPermits, MOST_REST_MS, type Misused, type PermitGrant, type PermitWish, restOf } from "./grant-permits.ts";
import type { Changed, Entry, Ledger } from "./ledger.ts";
import type { Rate } from "./schedule-starts.ts";
import type { Lane } from "./waiting-calls.ts";

export interface ShareTerms {
  ledger: Ledger;
  /** Names of the budgets in the ledger with their rates; the first is the place's. */
  budgets: readonly { name: string; rate: Rate }[];
  laneRate(lane: Lane): Rate;
  slots: number;
  /** As far as two processes may be apart in the ledger's time. */
  apartMs: number;
}

/** What one process has of a place, as the ledger keeps it. */
export interface PermitShare {
  /** Calls in flight that it may have, as of the last change. */
  readonly held: number;
  /** Others wait for calls in flight. */
  readonly isContended: boolean;
  change(wish: Pick<PermitWish, "permits" | "wants" | "running">, lane?: Lane): Promise<Changed<PermitGrant>>;
  /** A start was used at another time than it was permitted for, or not at all: the next change tells the others, and the budgets are right again. */
  misused(start: Misused, lane: Lane | undefined): void;
  /** Nobody, in any process, starts a call here for a while; for a minute at most. */
  restFor(ms: number): Promise<void>;
  /** Counts what is held as lost: the ledger cannot be reached, and the lease runs out. */
  lose(): void;
}

/** A process that dies gives its calls in flight back after this time; a living one prolongs it. */
export const LEASE_MS = 6_000;

export function openShare({ ledger, budgets, laneRate, slots, apartMs }: ShareTerms): PermitShare {
  const holder = randomUUID().slice(0, 8);
  const place = budgets[0]?.name ?? "";
  const untold = new Map<string, Misused[]>();
  let grant: PermitGrant = { held: 0, starts: [], isContended: false };
  const budgetsOf = (lane: Lane | undefined) => (lane ? [...budgets, { name: `${place}|${lane.name}`, rate: laneRate(lane) }] : budgets);

  return {
    get held() {
      return grant.held;
    },
    get isContended() {
      return grant.isContended;
    },
    async change(wish, lane) {
      const drawn = budgetsOf(lane);
      const names = drawn.map(({ name }) => name);
      const misused = names.map((name) => [...(untold.get(name) ?? [])]);
      const terms = { ...wish, holder, slots, apartMs, leaseMs: LEASE_MS, rates: drawn.map(({ rate }) => rate), misused };
      const changed = await ledger.change(names, (entries: readonly Entry[], now) => grantPermits(entries, terms, now));
      for (const [n, name] of names.entries()) untold.set(name, untold.get(name)?.slice(misused[n]?.length) ?? []);
      grant = changed.value;
      return changed;
    },
    misused(start, lane) {
      for (const { name } of budgetsOf(lane)) untold.set(name, [...(untold.get(name) ?? []), start]);
    },
    async restFor(ms) {
      await ledger.change([place], ([entry = {}], now) => ({
        entries: [{ ...entry, restsUntil: Math.max(restOf(entry, now), now + Math.min(ms, MOST_REST_MS)) }],
        value: null,
      }));
    },
    lose() {
      grant = { ...grant, held: 0 };
    },
  };
}
