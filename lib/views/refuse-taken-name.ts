import { Refusal } from "../model/refusal.ts";
import { sqlState } from "../store/sql-state.ts";

const UNIQUE_VIOLATION = "23505";

/** Runs `save`, and says in words that the asker has a view of this name: the only thing of a view that must be unique, but for random ids. */
export async function refuseTakenName<T>(save: () => Promise<T>): Promise<T> {
  try {
    return await save();
  } catch (error) {
    if (sqlState(error) === UNIQUE_VIOLATION) throw new Refusal("name_taken", "You have a view of this name already.", "name", error);
    throw error;
  }
}
