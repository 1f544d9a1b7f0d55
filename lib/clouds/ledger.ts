import { processWide } from "./process-wide.ts";

/**
 * What all processes that call the clouds must agree on: starts of calls, calls in flight, refusals. A few small entries by name. The store keeps
 * them in rows (handed in by whoever opens a connection); the one in memory holds for a single process.
 */
export interface Ledger {
  /**
   * Replaces the named entries by what `change` makes of them, all as if nobody else wrote meanwhile. `change` is pure and may run several times; an
   * entry that it returns untouched is not written. `now` is the ledger's own clock in milliseconds, the same for all processes.
   * `fresh`: what nobody writes must not come from memory either. Throws what the store throws when it cannot be reached: no answer is no permit.
   */
  change<T>(names: readonly string[], change: (entries: readonly Entry[], now: number) => Change<T>, options?: { fresh?: boolean }): Promise<Changed<T>>;
}

export interface Change<T> {
  entries: readonly Entry[];
  value: T;
}

export interface Changed<T> {
  value: T;
  /** A time of the ledger's clock on this process's `performance.now()`. */
  localTime(ledgerMs: number): number;
}

/** One entry: of a budget the first three, of a credential the rest. All times in the ledger's milliseconds. */
export interface Entry {
  /** Starts that were permitted, ascending, some of them yet to come. */
  starts?: readonly number[];
  /** Calls in flight by process, each until its lease is over. */
  holders?: Readonly<Record<string, Holder>>;
  /** Nobody starts before. */
  restsUntil?: number;
  /** Refusals in a row. */
  refusals?: number;
  last?: RefusedWith;
  /** Calls on their way with a credential that no answer has proven yet. */
  trials?: Readonly<Record<string, { since: number; until: number }>>;
}

/** Processes may read the shared clock as much apart: what an entry dates further ahead than it could be dates from before the clock was set back. */
export const CLOCK_SLACK_MS = 2_000;

export interface Holder {
  held: number;
  wants: number;
  until: number;
}

/** What the cloud said when it refused the credential: no secret in it. */
export interface RefusedWith {
  code: string;
  requestId: string | null;
  status: number | null;
  advice: string | null;
}

/** The ledger of a process that shares with nobody: tests, and tools without a database. */
export function memoryLedger(): Ledger {
  const kept = new Map<string, Entry>();
  return {
    async change(names, change) {
      const { entries, value } = change(
        names.map((name) => kept.get(name) ?? {}),
        performance.now(),
      );
      for (const [at, name] of names.entries()) kept.set(name, entries[at] ?? {});
      return { value, localTime: (ms) => ms };
    },
  };
}

/** One in a process. */
export const localLedger = (): Ledger => processWide("ledger", memoryLedger);
