import type { StripCounts } from "../ui/strip-cells.ts";
import type { Coverage } from "#lib/model/source.ts";
import type { WordKey } from "#lib/words/en/index.ts";
import type { Translate } from "#lib/words/translate.ts";

export type CoverageMood = "complete" | "partial" | "unread" | "stale" | "reading";

export interface CoverageWords {
  mood: CoverageMood;
  /** The part in ink. */
  lead: string;
  rest: string;
}

/** What a coverage says, in words: what is wrong first, and "complete" only when it is. */
export function coverageWords(coverage: Coverage, t: Translate, isLive = false): CoverageWords {
  const { sources, read, stale, unread, notEnabled, held, claimed, unlisted, complete } = coverage;
  if (sources === 0) return { mood: "complete", lead: t("coverage.no-sources"), rest: t("coverage.no-sources.rest") };
  const none = isLive ? "coverage.no-answer" : "coverage.never-read";
  if (unread === sources) return { mood: "unread", lead: t(none, { sources }), rest: t(`${none}.rest`) };
  const next = (sentence: string) => t("list.next", { sentence });
  const withoutKms = notEnabled > 0 ? t("coverage.without-kms", { count: notEnabled }) : "";
  const silent = withoutKms && next(`${withoutKms}${t("list.stop")}`);
  if (unread > 0) {
    const more = stale > 0 ? next(t("coverage.more-stale", { count: stale })) : "";
    return { mood: "partial", lead: t("coverage.unread", { unread, sources }), rest: `${t("coverage.unread.rest")}${more}${silent}` };
  }
  if (stale > 0) return { mood: "stale", lead: t("coverage.stale", { stale, sources }), rest: `${t("coverage.stale.rest")}${silent}` };
  const counts = [t("coverage.held", { held }), ...(claimed === null ? [] : [t("coverage.claimed", { claimed })])].join(t("list.comma"));
  if (!complete) return { mood: "partial", lead: t(gapWord(coverage)), rest: ` · ${counts}${t("list.stop")}${silent}` };
  const scope = unlisted !== null && unlisted.length > 0 ? "coverage.complete-configured" : "coverage.complete";
  return { mood: "complete", lead: t(scope), rest: ` · ${t("coverage.read", { read, sources })} · ${counts}${withoutKms && ` · ${withoutKms}`}` };
}

/** Why a list of which every source was read is still not whole. */
function gapWord({ problems }: Coverage): WordKey {
  const isLimited = problems.some(({ code }) => code === "listing-limited");
  const isMismatch = problems.some(({ code }) => code === "count-mismatch");
  return isLimited && !isMismatch ? "coverage.limited" : "coverage.mismatch";
}

/** True when there may be more keys than were counted: a source was never read, or a cloud claims others than it listed. Counts get a plus then. */
export const isLowerBound = ({ complete, unread, stale }: Coverage): boolean => unread > 0 || (!complete && stale === 0);

export const coverageMarks = ({ read, stale, unread, notEnabled }: Coverage): StripCounts => ({ full: read, outline: stale, hatch: unread, thin: notEnabled });
