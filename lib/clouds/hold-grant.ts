import { CloudError } from "../model/problem.ts";

/** `renewAt`: ms since 1970. */
export interface Renewable {
  renewAt: number;
}

export interface HeldGrant<T> {
  /** The grant in hand, or one asked for now. Callers at the same time share one request; a failed request is not kept. */
  get(): Promise<T>;
  /** The cloud refused this grant: the next `get` asks for another, unless somebody has already. */
  drop(grant: T): void;
}

/** Where a grant is kept. Holders that share one share its requests too. */
export interface GrantSlot<T> {
  held: T | null;
  asked: Promise<T> | null;
  /** When it was last asked for, or made, in ms since 1970. */
  askedAt: number;
}

export const emptySlot = <T>(): GrantSlot<T> => ({ held: null, asked: null, askedAt: Date.now() });

/** Keeps what a cloud gives for a while (a session, a token) and asks again once `renewAt` has passed. */
export function holdGrant<T extends Renewable>(ask: () => Promise<T>, now: () => number, slot: GrantSlot<T> = emptySlot()): HeldGrant<T> {
  const askAnew = (): Promise<T> => {
    slot.askedAt = Date.now();
    const request: Promise<T> = ask()
      .then((grant) => {
        slot.held = grant;
        return grant;
      })
      .finally(() => {
        slot.asked = null;
      });
    slot.asked = request;
    return request;
  };
  const get = async (): Promise<T> => {
    if (!slot.asked) return slot.held && slot.held.renewAt > now() ? slot.held : askAnew();
    try {
      return await slot.asked;
    } catch (error) {
      // The cloud's word holds for all who waited; whoever asked and went away takes nobody along.
      if (error instanceof CloudError) throw error;
      return get();
    }
  };
  return {
    get,
    drop(grant) {
      if (slot.held === grant) slot.held = null;
    },
  };
}
