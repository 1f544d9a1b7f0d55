import { FACT_FIELDS } from "#lib/model/key.ts";
import type { FactField, KeyDetail } from "#lib/model/key.ts";

/** Same value, written the same way whatever the order of its parts. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === "object" && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );

/** The facts in which the cloud's answer of this moment differs from the inventory: another value, or another reason for having none. */
export function liveDifferences(stored: KeyDetail, live: KeyDetail): FactField[] {
  return FACT_FIELDS.filter((field) => written([stored[field], stored.absent[field]]) !== written([live[field], live.absent[field]]));
}
