import { CloudError } from "../model/problem.ts";
import type { PermitLine } from "./permit-line.ts";

/** The calls of this process that present one credential itself, at all places: each waits for its turn among them, then in the line of all processes. */
export interface SecretTurns extends Pick<PermitLine, "giveBack"> {
  permit<T>(place: string, call: () => Promise<T>, signal: AbortSignal | undefined): Promise<T>;
}

export interface TurnTerms {
  line: PermitLine;
  /** As many as the line allows at a time. */
  turns: number;
  /** A place from which nothing came for so long hangs. */
  muteMs: number;
}

interface Place {
  taken: Set<Turn>;
  /** It hangs, and has not answered since. */
  isMute: boolean;
  timer: NodeJS.Timeout | undefined;
}

interface Turn {
  /** Leaves the line to others, though the call goes on; nothing before it began. */
  yield(): void;
}

/**
 * No place takes more than an even share of the turns, so that one that hangs leaves some to the others; one that is mute leaves them all, and has one call
 * under way at a time until it answers. The price is that its calls may still be refused, beyond those that the line counts: a place that hangs refuses nobody.
 */
export function openSecretTurns({ line, turns, muteMs }: TurnTerms): SecretTurns {
  const places = new Map<string, Place>();
  const waiters: { place: Place; go(): void }[] = [];

  return {
    giveBack: () => line.giveBack(),
    async permit(name, call, signal) {
      const place = places.get(name) ?? { taken: new Set(), isMute: false, timer: undefined };
      places.set(name, place);
      const turn = await turnAt(place, signal);
      try {
        return await inLine(place, turn, call, signal);
      } finally {
        place.taken.delete(turn);
        stopListening(place);
        next();
      }
    },
  };

  function turnAt(place: Place, signal: AbortSignal | undefined): Promise<Turn> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const leave = () => {
        signal?.removeEventListener("abort", giveUp);
        waiters.splice(waiters.indexOf(waiter), 1);
      };
      const giveUp = () => {
        leave();
        next();
        reject(signal?.reason as Error);
      };
      const waiter = {
        place,
        go() {
          leave();
          const turn: Turn = { yield: () => undefined };
          place.taken.add(turn);
          resolve(turn);
        },
      };
      signal?.addEventListener("abort", giveUp, { once: true });
      waiters.push(waiter);
      next();
    });
  }

  function next(): void {
    for (const waiter of [...waiters]) if (waiter.place.taken.size < roomAt(waiter.place)) waiter.go();
  }

  function roomAt(place: Place): number {
    if (place.isMute) return 1;
    const isBusy = (each: Place) => !each.isMute && (each.taken.size > 0 || waiters.some((waiter) => waiter.place === each));
    return Math.ceil(turns / Math.max(1, [...places.values()].filter(isBusy).length));
  }

  async function inLine<T>(place: Place, turn: Turn, call: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const calling = Promise.withResolvers<{ work: Promise<T> }>();
    const inTurn = line.permit(
      async () => {
        const yielded = Promise.withResolvers<void>();
        turn.yield = yielded.resolve;
        const work = heard(place, call());
        calling.resolve({ work });
        await Promise.race([Promise.allSettled([work]), yielded.promise]);
      },
      { signal, lane: undefined },
    );
    const { work } = await Promise.race([calling.promise, inTurn.then(() => calling.promise)]);
    return work;
  }

  async function heard<T>(place: Place, work: Promise<T>): Promise<T> {
    place.timer ??= muteIn(place);
    try {
      const value = await work;
      answered(place);
      return value;
    } catch (error) {
      if (error instanceof CloudError && error.status !== null) answered(place);
      throw error;
    }
  }

  function answered(place: Place): void {
    place.isMute = false;
    clearTimeout(place.timer);
    place.timer = muteIn(place);
  }

  /** Where nothing is under way, silence says nothing. */
  function stopListening(place: Place): void {
    if (place.taken.size > 0) return;
    clearTimeout(place.timer);
    place.timer = undefined;
  }

  function muteIn(place: Place): NodeJS.Timeout {
    return setTimeout(() => {
      place.timer = undefined;
      place.isMute = true;
      for (const turn of place.taken) turn.yield();
      next();
    }, muteMs);
  }
}
