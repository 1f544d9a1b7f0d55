import { randomUUID } from "node:crypto";
import { grantPermits, MOST_REST_MS, type PermitGrant, restOf } from "./grant-permits.ts";
import type { Changed, Entry, Ledger } from "./ledger.ts";
import type { Rate } from "./schedule-starts.ts";

/** A slower lane of some operations: at most `perSecond` of them a second, on top of all other limits. */
export interface Lane {
  name: string;
  perSecond: number;
}

export interface LineTerms {
  ledger: Ledger;
  /** Names of the budgets in the ledger with their rates; the first is the place's. */
  budgets: readonly { name: string; rate: Rate }[];
  laneRate(lane: Lane): Rate;
  slots: number;
  /** A start that comes later than this is not used but asked for again: a process that stalled must not catch up in a burst. */
  lateMs: number;
}

/** The calls of this process that wait for one place. */
export interface PermitLine {
  /** Runs `call` once all budgets allow it. Rejects with the signal's reason when the caller gives up waiting, or with the ledger's failure. */
  permit<T>(call: () => Promise<T>, at: { signal: AbortSignal | undefined; lane: Lane | undefined }): Promise<T>;
  /** Nobody, in any process, starts a call here for a while; for a minute at most. */
  restFor(ms: number): Promise<void>;
  /** Gives back at once what no call uses: at the end of a process. */
  giveBack(): Promise<void>;
}

/** A process that dies gives its calls in flight back after this time; a living one prolongs it. */
const LEASE_MS = 6_000;
/** What is not used goes back after this time, at once where others wait. */
const LINGER_MS = 200;
/** How often a process asks that got nothing, at least. */
const POLL_MS = 40;
/** Calls are gathered for so long, at most, where no start is near anyway: fewer and larger batches. */
const GATHER_MS = 250;

interface Waiter {
  lane: Lane | undefined;
  begin(): void;
  fail(reason: unknown): void;
}

export function openLine(terms: LineTerms): PermitLine {
  const holder = randomUUID().slice(0, 8);
  const waiters: Waiter[] = [];
  /** Starts granted and yet to come, by lane. */
  const coming = new Map<string, number>();
  /** Calls under way and starts to come: what is held of the calls in flight. */
  let running = 0;
  let grant: PermitGrant = { held: 0, starts: [], isContended: false };
  let isAsking = false;
  let restsUntil = 0;
  let quietUntil = 0;
  /** All that is held is in use, and nothing more was to be had: asked again when a call ends, or after a while. */
  let isFull = false;
  const timers: { next?: NodeJS.Timeout; idle?: NodeJS.Timeout; lease?: NodeJS.Timeout } = {};

  return {
    permit: (call, { signal, lane }) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error);
        const giveUp = () => waiter.fail(signal?.reason);
        const leave = () => {
          signal?.removeEventListener("abort", giveUp);
          waiters.splice(waiters.indexOf(waiter), 1);
        };
        const waiter: Waiter = {
          lane,
          begin() {
            leave();
            resolve(call().finally(free));
          },
          fail(reason) {
            leave();
            reject(reason as Error);
          },
        };
        signal?.addEventListener("abort", giveUp, { once: true });
        waiters.push(waiter);
        ask();
      }),
    async restFor(askedMs) {
      const ms = Math.min(askedMs, MOST_REST_MS);
      restsUntil = Math.max(restsUntil, performance.now() + ms);
      await terms.ledger.change([placeName()], ([place = {}], now) => ({
        entries: [{ ...place, restsUntil: Math.max(restOf(place, now), now + ms) }],
        value: null,
      }));
    },
    async giveBack() {
      if (grant.held > 0) await change(undefined, 0);
    },
  };

  function placeName(): string {
    return terms.budgets[0]?.name ?? "";
  }

  function free(): void {
    running--;
    ask();
  }

  /** Asks for starts for those who wait, one question at a time. */
  function ask(): void {
    if (isAsking) return;
    if (waiters.length === 0 && running === 0) return goIdle();
    const group = nextGroup();
    if (!group || running >= terms.slots || (isFull && running >= grant.held)) return;
    const wait = Math.max(quietUntil, restsUntil) - performance.now();
    if (wait > 0) return askIn(wait);
    isAsking = true;
    take(group.lane, group.count).then(
      () => {
        isAsking = false;
        ask();
      },
      (failure: unknown) => {
        isAsking = false;
        for (const waiter of [...waiters]) waiter.fail(failure);
      },
    );
  }

  function askIn(ms: number): void {
    clearTimeout(timers.next);
    timers.next = setTimeout(() => {
      isFull = false;
      ask();
    }, Math.ceil(ms));
  }

  /** The first in line for whom no start is coming yet, with all others of the same lane. A slow lane takes one at a time: it would hold all slots else. */
  function nextGroup(): { lane: Lane | undefined; count: number } | null {
    const passed = new Map(coming);
    for (const { lane } of waiters) {
      const name = lane?.name ?? "";
      const left = passed.get(name) ?? 0;
      if (left > 0) passed.set(name, left - 1);
      else if (!lane) return { lane, count: waiters.filter((waiter) => !waiter.lane).length - (coming.get("") ?? 0) };
      else if (!coming.get(name)) return { lane, count: 1 };
    }
    return null;
  }

  async function take(lane: Lane | undefined, count: number): Promise<void> {
    const { value, localTime } = await change(lane, count);
    const received = performance.now();
    for (const start of value.starts) begins(Math.max(localTime(start), received), lane);
    const last = value.starts.at(-1);
    isFull = last === undefined && running > 0;
    if (isFull) askIn(GATHER_MS * (1 + Math.random()));
    else if (last === undefined) quietUntil = received + POLL_MS * (1 + Math.random());
    else if (!lane) quietUntil = received + Math.min(GATHER_MS, (localTime(last) - received) / 2);
  }

  async function change(lane: Lane | undefined, permits: number): Promise<Changed<PermitGrant>> {
    const extra = lane ? [{ name: `${placeName()}|${lane.name}`, rate: terms.laneRate(lane) }] : [];
    const budgets = [...terms.budgets, ...extra];
    const rates = budgets.map(({ rate }) => rate);
    const changed = await terms.ledger.change(
      budgets.map(({ name }) => name),
      (entries: readonly Entry[], now) => {
        const wants = Math.min(terms.slots, running + waiters.length);
        return grantPermits(entries, { holder, permits, wants, running, slots: terms.slots, leaseMs: LEASE_MS, rates }, now);
      },
    );
    grant = changed.value;
    clearTimeout(timers.lease);
    clearTimeout(timers.idle);
    if (grant.held > 0) timers.lease = setTimeout(settle, LEASE_MS / 3).unref();
    return changed;
  }

  /** A start that was granted: whoever is first in line then takes it. */
  function begins(at: number, lane: Lane | undefined): void {
    const name = lane?.name ?? "";
    running++;
    coming.set(name, (coming.get(name) ?? 0) + 1);
    const begin = () => {
      coming.set(name, (coming.get(name) ?? 1) - 1);
      const now = performance.now();
      const first = waiters.find((waiter) => (waiter.lane?.name ?? "") === name);
      if (first && now >= restsUntil && now <= at + terms.lateMs) first.begin();
      else free();
    };
    const wait = at - performance.now();
    if (wait <= 0) begin();
    else setTimeout(begin, Math.ceil(wait));
  }

  function goIdle(): void {
    clearTimeout(timers.idle);
    if (grant.held === 0) return;
    timers.idle = setTimeout(settle, grant.isContended ? 0 : LINGER_MS).unref();
  }

  /** Gives back what is not used, and prolongs the lease of slow calls. Where the ledger cannot be reached the lease lapses, and the next question says so. */
  function settle(): void {
    if (isAsking) return;
    isAsking = true;
    change(undefined, 0)
      .catch(() => {
        grant = { ...grant, held: 0 };
      })
      .finally(() => {
        isAsking = false;
        ask();
      });
  }
}
