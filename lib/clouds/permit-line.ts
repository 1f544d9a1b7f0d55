import { MOST_REST_MS } from "./grant-permits.ts";
import { LEASE_MS, openShare, type PermitShare, type ShareTerms } from "./permit-share.ts";
import { type Lane, laneName, waitingCalls } from "./waiting-calls.ts";

export interface LineTerms extends ShareTerms {
  /** A start that comes later than this is not used but asked for again: a process that stalled must not catch up in a burst. */
  lateMs: number;
}

export interface PermitOptions {
  signal: AbortSignal | undefined;
  lane: Lane | undefined;
}

/** The calls of this process that wait for one place. */
export interface PermitLine extends Pick<PermitShare, "restFor"> {
  /** Runs `call` once all budgets allow it. Rejects with the signal's reason when the caller gives up waiting, or with the ledger's failure. */
  permit<T>(call: () => Promise<T>, at: PermitOptions): Promise<T>;
  /** The same for a call that waits for something else before it leaves, and then says that it departs: the budgets count it from then. */
  permitToDepart<T>(call: (departs: () => void) => Promise<T>, at: PermitOptions): Promise<T>;
  /** Gives back at once what no call uses: at the end of a process. */
  giveBack(): Promise<void>;
}

/** What is not used goes back after this time, at once where others wait. */
const LINGER_MS = 200;
/** How often a process asks that got nothing, at least. */
const POLL_MS = 40;
/** Calls are gathered for so long, at most, where no start is near anyway: fewer and larger batches. */
const GATHER_MS = 250;

export function openLine(terms: LineTerms): PermitLine {
  const share = openShare(terms);
  const waiting = waitingCalls();
  /** Starts granted and yet to come, by lane. */
  const coming = new Map<string, number>();
  /** Calls under way and starts to come: what is held of the calls in flight. */
  let running = 0;
  let isAsking = false;
  let restsUntil = 0;
  let quietUntil = 0;
  /** All that is held is in use, and nothing more was to be had: asked again when a call ends, or after a while. */
  let isFull = false;
  const timers: { next?: NodeJS.Timeout; idle?: NodeJS.Timeout; lease?: NodeJS.Timeout } = {};

  const permitToDepart: PermitLine["permitToDepart"] = (call, at) => {
    const permitted = waiting.join(call, { ...at, ended: free });
    ask();
    return permitted;
  };

  return {
    permitToDepart,
    permit: (call, at) =>
      permitToDepart((departs) => {
        departs();
        return call();
      }, at),
    async restFor(ms) {
      restsUntil = Math.max(restsUntil, performance.now() + Math.min(ms, MOST_REST_MS));
      await share.restFor(ms);
    },
    async giveBack() {
      if (share.held > 0) await change(undefined, 0);
    },
  };

  function free(): void {
    running--;
    ask();
  }

  /** Asks for starts for those who wait, one question at a time. */
  function ask(): void {
    if (isAsking) return;
    if (waiting.count === 0 && running === 0) return goIdle();
    const group = waiting.nextGroup(coming);
    if (!group || running >= terms.slots || (isFull && running >= share.held)) return;
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
        waiting.failAll(failure);
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

  async function take(lane: Lane | undefined, count: number): Promise<void> {
    const { value, localTime } = await change(lane, count);
    const received = performance.now();
    for (const start of value.starts) begins({ start, at: localTime(start) }, received, lane);
    const last = value.starts.at(-1);
    isFull = last === undefined && running > 0;
    if (isFull) askIn(GATHER_MS * (1 + Math.random()));
    else if (last === undefined) quietUntil = received + POLL_MS * (1 + Math.random());
    else if (!lane) quietUntil = received + Math.min(GATHER_MS, (localTime(last) - received) / 2);
  }

  async function change(lane: Lane | undefined, permits: number) {
    const changed = await share.change({ permits, wants: Math.min(terms.slots, running + waiting.count), running }, lane);
    clearTimeout(timers.lease);
    clearTimeout(timers.idle);
    if (share.held > 0) timers.lease = setTimeout(settle, LEASE_MS / 3).unref();
    return changed;
  }

  /**
   * A start that was granted, `at` this process's time: whoever is first in line then takes it. One that nobody takes, or that the ledger told too late to be
   * used in time, is told back.
   */
  function begins({ start, at }: { start: number; at: number }, received: number, lane: Lane | undefined): void {
    const name = laneName(lane);
    const due = Math.max(at, received);
    running++;
    coming.set(name, (coming.get(name) ?? 0) + 1);
    const begin = () => {
      coming.set(name, (coming.get(name) ?? 1) - 1);
      const now = performance.now();
      const first = waiting.first(lane);
      if (first && now >= restsUntil && now <= due + terms.lateMs) return first.begin(departs);
      share.misused({ start, usedAt: null }, lane);
      free();
    };
    const departs = () => {
      const late = performance.now() - at;
      if (late > terms.lateMs) share.misused({ start, usedAt: start + late }, lane);
    };
    const wait = due - performance.now();
    if (wait <= 0) begin();
    else setTimeout(begin, Math.ceil(wait));
  }

  function goIdle(): void {
    clearTimeout(timers.idle);
    if (share.held === 0) return;
    timers.idle = setTimeout(settle, share.isContended ? 0 : LINGER_MS).unref();
  }

  /** Gives back what is not used, and prolongs the lease of slow calls. Where the ledger cannot be reached the lease lapses, and the next question says so. */
  function settle(): void {
    if (isAsking) return;
    isAsking = true;
    change(undefined, 0)
      .catch(() => share.lose())
      .finally(() => {
        isAsking = false;
        ask();
      });
  }
}
