import type { CallReport } from "../../clouds/http.ts";
import type { SourceAddress } from "../../model/source.ts";

/** What went out over one connection, tries again included: as many calls as the cloud itself counts. */
export interface CallCount {
  onCall: (report: Pick<CallReport, "region" | "project">) => void;
  /** Sign-in and discovery belong to no place. */
  at: (place: SourceAddress) => number;
}

export function countCalls(): CallCount {
  const counts = new Map<string, number>();
  const nameOf = ({ region, project }: { region: string | null; project: string | null }) => JSON.stringify([region, project]);
  return {
    onCall: (report) => void counts.set(nameOf(report), (counts.get(nameOf(report)) ?? 0) + 1),
    at: (place) => counts.get(nameOf(place)) ?? 0,
  };
}
