import { CloudError } from "../model/problem.ts";
import type { Pace } from "./pace.ts";

/**
 * How long to wait before the next try, or null when there is none. `tried` counts from 1; `random` gives 0 ≤ x < 1.
 * Transient faults: full jitter. Throttles: never below the floor nor below what the cloud asks for, half of the pause jittered.
 * A refused credential, a refused action, a missing key or nonsense is not asked for twice.
 */
export function retryPause(error: unknown, tried: number, at: { pace: Pace; retryAfterMs: number | null; random: () => number }): number | null {
  const { pace, random } = at;
  if (!(error instanceof CloudError) || tried >= pace.tries) return null;
  const doubled = 2 ** (tried - 1);
  if (error.kind === "throttled") {
    const span = Math.min(pace.pauseCapMs, pace.throttleFloorMs * 2 * doubled);
    return Math.max(at.retryAfterMs ?? 0, pace.throttleFloorMs, span / 2 + (random() * span) / 2);
  }
  if (error.kind !== "unavailable" || LOCAL.has(error.code)) return null;
  // Whatever the status: the vendors put codes of a busy server under 400 too, and only the code tells which of them pass.
  if (error.isOnceMore && tried > 1) return null;
  return random() * Math.min(pace.pauseCapMs, pace.retryBaseMs * doubled);
}

/** Said by ourselves or by a proxy that judges: asking again at once gives the same. */
const LOCAL = new Set(["circuit_open", "operation_timeout", "proxy_authentication", "proxy_refused"]);

/** `Retry-After` in seconds or as a date, in milliseconds from `now`. */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  if (!header) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
