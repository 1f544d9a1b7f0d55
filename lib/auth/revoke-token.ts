import { Refusal } from "../model/refusal.ts";
import { removeToken } from "../store/tokens.ts";

/** Removes an API token. Throws a Refusal `not_found` when there is none with this id. */
export async function revokeToken(id: string): Promise<void> {
  if (!(await removeToken(id))) throw new Refusal("not_found", "There is no such token.");
}
