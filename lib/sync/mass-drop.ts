import type { HeldKey } from "../store/swap/plan-swap.ts";

/** The brake lets this many keys and this share of a source leave one listing; more is held until an operator accepts it. */
const MOST_KEYS = 5;
const MOST_SHARE = 0.3;

/**
 * How many keys a listing lacks all at once, when that is too many to be believed; else null. Counted before any describe. Keys that an earlier listing
 * lacked already, and that stayed missing, were judged then.
 */
export function massDrop(
  held: ReadonlyMap<string, HeldKey>,
  listed: ReadonlySet<string> | ReadonlyMap<string, unknown>,
): { lacking: number; of: number } | null {
  const living = [...held].filter(([, { row }]) => row.presence !== "gone");
  const lacking = living.filter(([keyId, { row }]) => row.presence === "present" && !listed.has(keyId)).length;
  return lacking > MOST_KEYS && lacking > living.length * MOST_SHARE ? { lacking, of: living.length } : null;
}
