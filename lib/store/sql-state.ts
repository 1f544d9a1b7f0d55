import { DatabaseError } from "pg";

/** PostgreSQL's five-character code behind an error of the store, or null when the database did not refuse. */
export function sqlState(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof DatabaseError) return at.code ?? null;
  }
  return null;
}
