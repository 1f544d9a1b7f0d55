import type { Problem } from "#lib/model/problem.ts";
import type { SourceRow } from "#lib/model/source.ts";
import type { WordKey } from "#lib/words/en/index.ts";
import { sourceMark } from "../sources/source-mark.ts";

/** What a problem costs the list, worst first: whole sources, sources as they were, sources that have no keys, single facts of keys that are listed. */
const KINDS = ["unread", "stale", "off", "gaps"] as const;
export type ProblemKind = (typeof KINDS)[number];

export interface ProblemGroup {
  kind: ProblemKind;
  problems: Problem[];
}

export const GROUP_WORDS: Record<ProblemKind, WordKey> = {
  unread: "coverage.group.unread",
  stale: "coverage.group.stale",
  off: "coverage.group.off",
  gaps: "coverage.group.gaps",
};

/** The problems of a coverage by what they cost. A source that is not known (yet) is taken for unread: the worst that its problem can mean. */
export function problemGroups(problems: readonly Problem[], sources: readonly SourceRow[]): ProblemGroup[] {
  const kindOf = ({ account, region, project }: Problem): ProblemKind => {
    const source = sources.find((one) => one.account.id === account && one.region === region && one.project === (project ?? null));
    if (!source) return "unread";
    if (source.outcome === "read") return "gaps";
    if (source.outcome === "not-enabled") return "off";
    return sourceMark(source) === "outline" ? "stale" : "unread";
  };
  return KINDS.map((kind) => ({ kind, problems: problems.filter((problem) => kindOf(problem) === kind) })).filter((group) => group.problems.length > 0);
}

export interface Tally {
  /** Sources that were read and whose cloud told a total. */
  told: number;
  /** Those of them of which we hold another number than was told. */
  differing: number;
}

/** Our counts beside the clouds' own totals. */
export function tallyOf(sources: readonly SourceRow[]): Tally {
  const told = sources.filter(({ outcome, claimed }) => outcome === "read" && claimed !== null);
  return { told: told.length, differing: told.filter(({ held, claimed }) => held !== claimed).length };
}
