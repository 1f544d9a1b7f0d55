import { attemptPauseMs } from "./attempt-pause.ts";

const HOUR_MS = 3_600_000;
/** The oldest are forgotten beyond this many. */
const MOST = 10_000;
const attempts = new Map<string, { failures: number; blockedUntilMs: number }>();

/**
 * Counts an attempt for an address that no user has, as the store does for a user's: otherwise the pause would tell who exists.
 * False while that address has to wait.
 */
export function countUnknownAttempt(email: string, nowMs: number): boolean {
  const known = attempts.get(email) ?? { failures: 0, blockedUntilMs: 0 };
  if (known.blockedUntilMs > nowMs) return false;
  const failures = known.blockedUntilMs > 0 && known.blockedUntilMs < nowMs - HOUR_MS ? 1 : known.failures + 1;
  const pauseMs = attemptPauseMs(failures);
  attempts.delete(email);
  attempts.set(email, { failures, blockedUntilMs: pauseMs > 0 ? nowMs + pauseMs : 0 });
  const [oldest] = attempts.keys();
  if (attempts.size > MOST && oldest !== undefined) attempts.delete(oldest);
  return true;
}
