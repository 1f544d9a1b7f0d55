import type { KeyRow } from "../../model/key.ts";

/** Does the second row say the same as the first? When it was seen and described is not what it says. */
export function isSameRow(before: KeyRow, after: KeyRow): boolean {
  return comparable(before) === comparable(after);
}

function comparable(row: KeyRow): string {
  const { account: _, firstSeenAt: _first, lastSeenAt: _last, describedAt, aliases, ...said } = row;
  return stable({ ...said, aliases: aliases?.toSorted(), isDescribed: describedAt !== null });
}

/** JSON with sorted members: the database keeps no order. */
export function stable(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item) ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))) : item,
  );
}
