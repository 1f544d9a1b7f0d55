import { Refusal } from "../model/refusal.ts";

/**
 * The refusal behind an error, or null. Drizzle wraps what its connection throws, and its own message quotes statement and parameters:
 * never show or log that message.
 */
export function refusalIn(error: unknown): Refusal | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof Refusal) return at;
  }
  return null;
}
