import type { CheckReport } from "#lib/model/account.ts";

export type Verdict = "works" | "gaps" | "broken";

/** A check in one word: it works, it works with gaps, or nothing can be read. */
export function verdictOf({ ok, regions }: Pick<CheckReport, "ok" | "regions">): Verdict {
  if (ok) return "works";
  return regions.some(({ result }) => result === "read") ? "gaps" : "broken";
}

/** Columns, filters apart, and parts that stay unknown, each once, and the regions that cannot be read. */
export function darkParts({ actions, regions }: Pick<CheckReport, "actions" | "regions">): { parts: string[]; regions: string[] } {
  const lost = actions.filter(({ result }) => result === "denied" || result === "failed");
  return {
    parts: [...new Set(lost.flatMap(({ columns, parts }) => [...columns, ...parts]))],
    regions: regions.filter(({ result }) => result === "denied" || result === "failed").map(({ region }) => region),
  };
}
