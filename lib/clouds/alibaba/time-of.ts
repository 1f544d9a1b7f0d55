import { instantOf } from "./instant-of.ts";

/** ISO 8601 as every time of ours, or null for "", nothing, and what is no time: the vendor's own words stay in the raw record. */
export function timeOf(said: unknown): string | null {
  return typeof said === "string" ? (instantOf(said) ?? null) : null;
}
