import { env } from "../../env.ts";
import type { Problem } from "../../model/problem.ts";
import type { Coverage } from "../../model/source.ts";
import { readKeyOf } from "../../reading/hear.ts";
import { limitedTo, limitOf } from "../../reading/limited-listing.ts";
import type { StoredSource } from "../../store/sources.ts";
import { sumCoverage } from "../sum-coverage.ts";
import type { LiveOutcome } from "./ask-source.ts";
import type { LiveSource } from "./live-source.ts";

/** What one source gave: several listings where its projects had to be asked for. */
export interface AskedSource {
  lives: LiveSource[];
  /** Holds the problem when not even the projects were told. */
  first: LiveSource;
  outcomes: LiveOutcome[];
}

/** What of a live query's sources was really read just now. */
export function liveCoverage(asked: readonly AskedSource[], at: Pick<Coverage, "unlisted" | "problems"> & { unknown: number; now: Date }): Coverage {
  return sumCoverage(
    asked.map((each) => asRead(each, at.now)),
    { ...at, periodMinutes: env().periodMinutes },
  );
}

/** The source as it would be stored if this were a reading. */
function asRead({ first, lives, outcomes }: AskedSource, now: Date): StoredSource {
  const failed = outcomes.length === 0 || outcomes.includes("failed");
  const claims = lives.map(({ claimed }) => claimed);
  const limits = lives.flatMap(limitsOf);
  return {
    ...first.source,
    outcome: failed ? "failed" : outcomes.includes("read") ? "read" : "not-enabled",
    // A live answer holds nothing from before: a source that failed is unread, not stale.
    lastReadAt: failed ? null : now.toISOString(),
    held: lives.reduce((sum, { reading, unlisted }) => sum + reading.heard.size - unlisted.size, 0),
    claimed: failed || claims.includes(null) ? null : claims.reduce<number>((sum, claim) => sum + (claim ?? 0), 0),
    countMismatch: lives.some(({ countMismatch }) => countMismatch),
    onlySpecs: limits.length > 0 ? [...new Set(limits.flatMap(({ specs }) => specs))] : null,
    problem: null,
    problems: [...limits.map(({ problem }) => problem), ...problemsOf({ first, lives })],
  };
}

export const problemsOf = ({ first, lives }: Pick<AskedSource, "first" | "lives">): Problem[] =>
  [...new Set([first, ...lives])].flatMap(({ reading }) => reading.problems.list());

/** The specs that a site's listing is limited to, if it is, and how that is said. */
function limitsOf({ reading, onlySpecs }: LiveSource): { specs: readonly string[]; problem: Problem }[] {
  const specs = limitOf(
    { onlySpecs },
    [...reading.heard.keys()].map((keyId) => readKeyOf(reading, keyId)),
  );
  return specs ? [{ specs, problem: limitedTo(reading.at, specs, "list") }] : [];
}
