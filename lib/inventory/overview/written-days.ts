import { formatBound } from "../../query/bound.ts";
import { boundOfDay } from "../../query/zone-range.ts";

/** Whole days of a zone as the grammar writes them: `2026-11-25`, `2026-11-25..2026-12-01`, `..2026-11-21`, or their moments. null is open. */
export function writtenDays(from: string | null, to: string | null, zone: string): string {
  const [first, last] = [from ? formatBound(boundOfDay(from, "from", zone)) : "", to ? formatBound(boundOfDay(to, "to", zone)) : ""];
  return first === last ? first : `${first}..${last}`;
}
