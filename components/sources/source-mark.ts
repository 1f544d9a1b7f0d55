import type { StripCounts, StripMark } from "../ui/strip-cells.ts";
import type { SourceRow } from "#lib/model/source.ts";

/** How a source is drawn: ink = read, outline = has keys but its last attempt failed, hatch = unread, thin = waiting or not enabled. */
export function sourceMark(source: Pick<SourceRow, "outcome" | "state" | "lastReadAt">): StripMark {
  if (source.outcome === "read") return "full";
  if (source.outcome === "not-enabled") return "thin";
  if (source.lastReadAt) return "outline";
  return source.outcome === "never" && source.state !== "idle" ? "thin" : "hatch";
}

/** No complete reading stands behind it: what is counted there may be less than what there is. */
export const isUnread = ({ outcome, lastReadAt }: Pick<SourceRow, "outcome" | "lastReadAt">): boolean => !lastReadAt && outcome !== "not-enabled";

export function countMarks(sources: readonly SourceRow[]): StripCounts {
  const counts: StripCounts = { full: 0, outline: 0, hatch: 0, thin: 0 };
  for (const source of sources) counts[sourceMark(source)] += 1;
  return counts;
}
