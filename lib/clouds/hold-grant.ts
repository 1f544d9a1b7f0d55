export interface HeldGrant<T> {
  /** The grant in hand, or one asked for now. Callers at the same time share one request; a failed request is not kept. */
  get(): Promise<T>;
  /** The cloud refused this grant: the next `get` asks for another, unless somebody has already. */
  drop(grant: T): void;
}

/** Keeps what a cloud gives for a while (a session, a token) and asks again once `renewAt` (ms since 1970) has passed. */
export function holdGrant<T extends { renewAt: number }>(ask: () => Promise<T>, now: () => number): HeldGrant<T> {
  let asked: Promise<T> | null = null;
  let held: T | null = null;
  const askAnew = (): Promise<T> => {
    const request: Promise<T> = ask()
      .then((grant) => {
        held = grant;
        return grant;
      })
      .finally(() => {
        asked = null;
      });
    asked = request;
    return request;
  };
  return {
    async get() {
      if (asked) return asked;
      return held && held.renewAt > now() ? held : askAnew();
    },
    drop(grant) {
      if (held === grant) held = null;
    },
  };
}
