import { DatabaseError } from "pg";
import { Refusal } from "../model/refusal.ts";

/** Runs `save`, and says in words when the name or a place it wants is taken: never by whom. */
export async function refuseTaken<T>(save: () => Promise<T>): Promise<T> {
  try {
    return await save();
  } catch (error) {
    const constraint = violated(error);
    if (constraint === "accounts_name") throw new Refusal("name_taken", "There is an account of this name already.", "name", error);
    if (constraint === "sources_one_reader") {
      throw new Refusal("already_connected", "This cloud account is already connected for one of these regions or projects.", "regions", error);
    }
    throw error;
  }
}

function violated(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof DatabaseError && at.code === "23505") return at.constraint ?? null;
  }
  return null;
}
