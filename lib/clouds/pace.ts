/** How the way out behaves. All times in milliseconds; tests shorten them. */
export interface Pace {
  perSourcePerSecond: number;
  /** What "a second" is: a sliding window of this length. */
  secondMs: number;
  perSourceInFlight: number;
  /** null = no limit of its own. */
  perCredentialPerSecond: number | null;
  /** Calls in flight, over all regions, that present a credential itself and no token: as many may be refused before anybody knows. null = no limit of its own. */
  secretInFlight: number | null;
  /** A place from which nothing came for so long hangs: what others could use meanwhile it leaves to them. */
  muteMs: number;
  headersMs: number;
  bodyMs: number;
  /** One operation with all its tries and pauses, not counting the wait for a permit. */
  operationMs: number;
  tries: number;
  /** First pause after a transient fault, at most; doubles. */
  retryBaseMs: number;
  /** Least pause after a throttle; the first is at most twice that, and it doubles. */
  throttleFloorMs: number;
  pauseCapMs: number;
  bodyBytes: number;
  /** Consecutive `unavailable` answers of one region after which it is left alone for `restMs`. */
  breaksAfter: number;
  restMs: number;
  /** How long other calls wait for the first answer to an untried credential. */
  probeMs: number;
}

export const PACE = {
  secondMs: 1_000,
  secretInFlight: null,
  muteMs: 2_000,
  headersMs: 8_000,
  bodyMs: 10_000,
  operationMs: 15_000,
  tries: 4,
  retryBaseMs: 200,
  throttleFloorMs: 500,
  pauseCapMs: 5_000,
  bodyBytes: 8 * 1024 * 1024,
  breaksAfter: 10,
  restMs: 5_000,
  probeMs: 1_000,
} as const satisfies Partial<Pace>;

/** Tokens come in a response header of several KiB (the documents say up to 32): one of 64 KiB and the headers beside it, where undici's own cap is 16. */
export const HEADER_BYTES = 72 * 1024;

/** Fixed for all: sockets are shared. Through a proxy once for the proxy's answer and once for TLS. */
export const CONNECT_MS = 3_000;
