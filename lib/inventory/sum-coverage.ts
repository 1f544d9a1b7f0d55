import type { Problem } from "../model/problem.ts";
import type { Coverage } from "../model/source.ts";
import type { StoredSource } from "../store/sources.ts";

type CoveredSource = Pick<StoredSource, "outcome" | "lastReadAt" | "problem" | "problems" | "held" | "claimed" | "countMismatch" | "onlySpecs">;
type Standing = "read" | "stale" | "unread" | "notEnabled";

/** Clocks of two machines may differ by as much. */
const AHEAD_MS = 5 * 60_000;

/**
 * How a source stands: `stale` has keys, but its last attempt failed or was held; or it was read more than two periods ago.
 * A source that never gave a listing, or gave none with keys and fails now, is unread.
 */
export function standingOf(source: CoveredSource, now: Date, periodMinutes: number): Standing {
  if (source.outcome === "not-enabled") return "notEnabled";
  if (source.outcome !== "read") return source.lastReadAt !== null && source.held > 0 ? "stale" : "unread";
  const agoMs = now.getTime() - Date.parse(source.lastReadAt ?? "");
  // A reading that lies ahead was dated by a clock that was wrong: how old it is, nobody knows.
  return agoMs >= -AHEAD_MS && agoMs <= 2 * periodMinutes * 60_000 ? "read" : "stale";
}

/**
 * What of these sources was really read. `unlisted` and `problems` of the accounts come from `findUnlisted`.
 * `unknown`: accounts without any known source, each counted as one that was never read.
 * A source without KMS has no keys and claims none, so it does not make `claimed` unknown.
 */
export function sumCoverage(
  sources: readonly CoveredSource[],
  at: { now: Date; periodMinutes: number; unlisted: Coverage["unlisted"]; unknown?: number; problems: readonly Problem[] },
): Coverage {
  const standing = sources.map((source) => standingOf(source, at.now, at.periodMinutes));
  const count = (wanted: Standing) => standing.filter((found) => found === wanted).length;
  const counted = sources.filter((_, i) => standing[i] !== "notEnabled");
  const unknown = at.unknown ?? 0;
  const [stale, unread] = [count("stale"), count("unread") + unknown];
  const readAts = sources.flatMap(({ held, lastReadAt }) => (held > 0 && lastReadAt !== null ? [lastReadAt] : []));
  return {
    complete: stale === 0 && unread === 0 && !counted.some(({ countMismatch, onlySpecs }) => countMismatch || onlySpecs !== null),
    sources: sources.length + unknown,
    read: count("read"),
    stale,
    unread,
    notEnabled: count("notEnabled"),
    held: counted.reduce((sum, { held }) => sum + held, 0),
    claimed: unknown > 0 || counted.some(({ claimed }) => claimed === null) ? null : counted.reduce((sum, { claimed }) => sum + (claimed ?? 0), 0),
    oldest: readAts.sort()[0] ?? null,
    unlisted: at.unlisted,
    problems: [...sources.flatMap(({ problem, problems }) => (problems.length || !problem ? problems : [problem])), ...at.problems],
  };
}
