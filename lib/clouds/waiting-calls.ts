/** A slower lane of some operations: at most `perSecond` of them a second, on top of all other limits. */
export interface Lane {
  name: string;
  perSecond: number;
}

export const laneName = (lane: Lane | undefined): string => lane?.name ?? "";

/** One call that waits. */
export interface WaitingCall {
  lane: Lane | undefined;
  /** `departs` is for the call to say when it really leaves. */
  begin(departs: () => void): void;
}

/** The calls of this process that wait for one place, first come first served within a lane. */
export interface WaitingCalls {
  /** Waits until `begin` is called on it, then runs `call`, and tells `ended` when that is over. Rejects when the signal says so, or `failAll`. */
  join<T>(call: (departs: () => void) => Promise<T>, at: { signal: AbortSignal | undefined; lane: Lane | undefined; ended: () => void }): Promise<T>;
  readonly count: number;
  first(lane: Lane | undefined): WaitingCall | undefined;
  /**
   * Those to ask starts for, where `coming` is how many are granted already, by lane: the first in line that has none, and all others of its lane. A slow
   * lane takes one at a time: it would hold all slots else.
   */
  nextGroup(coming: ReadonlyMap<string, number>): { lane: Lane | undefined; count: number } | null;
  failAll(reason: unknown): void;
}

interface Waiter extends WaitingCall {
  fail(reason: unknown): void;
}

export function waitingCalls(): WaitingCalls {
  const waiters: Waiter[] = [];
  return {
    join: (call, { signal, lane, ended }) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error);
        const giveUp = () => waiter.fail(signal?.reason);
        const leave = () => {
          signal?.removeEventListener("abort", giveUp);
          waiters.splice(waiters.indexOf(waiter), 1);
        };
        const waiter: Waiter = {
          lane,
          begin(departs) {
            leave();
            resolve(call(departs).finally(ended));
          },
          fail(reason) {
            leave();
            reject(reason as Error);
          },
        };
        signal?.addEventListener("abort", giveUp, { once: true });
        waiters.push(waiter);
      }),
    get count() {
      return waiters.length;
    },
    first: (lane) => waiters.find((waiter) => laneName(waiter.lane) === laneName(lane)),
    nextGroup(coming) {
      const passed = new Map(coming);
      for (const { lane } of waiters) {
        const left = passed.get(laneName(lane)) ?? 0;
        if (left > 0) passed.set(laneName(lane), left - 1);
        else if (!lane) return { lane, count: waiters.filter((waiter) => !waiter.lane).length - (coming.get("") ?? 0) };
        else if (!coming.get(lane.name)) return { lane, count: 1 };
      }
      return null;
    },
    failAll(reason) {
      for (const waiter of [...waiters]) waiter.fail(reason);
    },
  };
}
