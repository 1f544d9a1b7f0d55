import type { SourceCell, SourceStanding } from "../../model/overview.ts";
import type { TimedKeys } from "../../store/keys/count-times.ts";
import type { StoredSource } from "../../store/sources.ts";
import { standingOf } from "../sum-coverage.ts";

const STANDINGS = { read: "read", stale: "stale", unread: "unread", notEnabled: "not-enabled" } as const satisfies Record<string, SourceStanding>;

/** Each source with how it stands now and the keys that were counted there. */
export function sourceCells(
  sources: readonly StoredSource[],
  keys: readonly Pick<TimedKeys, "source" | "n">[],
  now: Date,
  periodMinutes: number,
): SourceCell[] {
  const counts = new Map<string, number>();
  for (const { source, n } of keys) counts.set(source, (counts.get(source) ?? 0) + n);
  return sources.map((source) => {
    const { id, cloud, account, region, project, lastReadAt, problem, countMismatch, onlySpecs } = source;
    const standing = STANDINGS[standingOf(source, now, periodMinutes)];
    const isPartial = standing === "unread" || countMismatch || onlySpecs !== null;
    return { cloud, account, region, project, standing, isPartial, lastReadAt, code: problem?.code ?? null, count: counts.get(id) ?? 0 };
  });
}
