import { countOf, formatCount } from "../ui/format-count.ts";
import type { StripCounts } from "../ui/strip-cells.ts";
import type { Coverage } from "#lib/model/source.ts";

export type CoverageMood = "complete" | "partial" | "unread" | "stale" | "reading";

export interface CoverageWords {
  mood: CoverageMood;
  /** The part in ink. */
  lead: string;
  rest: string;
}

/** What a coverage says, in words: what is wrong first, and "complete" only when it is. */
export function coverageWords(coverage: Coverage): CoverageWords {
  const { sources, read, stale, unread, notEnabled, held, claimed, unlisted, complete } = coverage;
  if (sources === 0) return { mood: "complete", lead: "No sources", rest: ", so there is nothing to read." };
  if (unread === sources) {
    return {
      mood: "unread",
      lead: sources === 1 ? "The source was never read" : `None of the ${formatCount(sources)} sources was ever read`,
      rest: ", so nothing can be said yet.",
    };
  }
  const silent = notEnabled > 0 ? ` ${formatCount(notEnabled)} without KMS.` : "";
  if (unread > 0) {
    return {
      mood: "partial",
      lead: `${formatCount(unread)} of ${countOf(sources, "source")} unread`,
      rest: `, so this list is partial.${stale > 0 ? ` ${formatCount(stale)} more out of date.` : ""}${silent}`,
    };
  }
  if (stale > 0)
    return { mood: "stale", lead: `${formatCount(stale)} of ${countOf(sources, "source")} out of date`, rest: `. Their keys are shown as last read.${silent}` };
  const claims = claimed === null ? "" : `, ${formatCount(claimed)} claimed`;
  const counts = `${countOf(held, "key")} held${claims}`;
  if (!complete) return { mood: "partial", lead: gapWords(coverage), rest: ` · ${counts}.${silent}` };
  const scope = unlisted !== null && unlisted.length > 0 ? "Complete for the configured regions" : "Complete";
  return { mood: "complete", lead: scope, rest: ` · ${formatCount(read)} of ${countOf(sources, "source")} read · ${counts}${silent && ` ·${silent}`}` };
}

/** Why a list of which every source was read is still not whole. */
function gapWords({ problems }: Coverage): string {
  const isLimited = problems.some(({ code }) => code === "listing-limited");
  const isMismatch = problems.some(({ code }) => code === "count-mismatch");
  return isLimited && !isMismatch ? "Some sites list only some kinds of keys" : "The counts do not match";
}

/** True when there may be more keys than were counted: a source was never read, or a cloud claims others than it listed. Counts get a plus then. */
export const isLowerBound = ({ complete, unread, stale }: Coverage): boolean => unread > 0 || (!complete && stale === 0);

export const coverageMarks = ({ read, stale, unread, notEnabled }: Coverage): StripCounts => ({ full: read, outline: stale, hatch: unread, thin: notEnabled });
