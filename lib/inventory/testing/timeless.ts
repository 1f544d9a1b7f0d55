import type { KeyRow } from "../../model/key.ts";

/** A row without when it was asked for; the order of aliases means nothing. */
export function timeless({ describedAt, lastSeenAt: _, aliases, ...row }: KeyRow) {
  return { ...row, isDescribed: describedAt !== null, aliases: aliases?.toSorted() ?? null };
}
