import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import { removeToken } from "../store/tokens.ts";
import { visibleTokens } from "./visible-tokens.ts";

/** Removes an API token. Throws a Refusal `not_found` when there is none with this id, or not for this asker. */
export async function revokeToken(scope: Scope, id: string): Promise<void> {
  const isSeen = (await visibleTokens(scope)).some((token) => token.id === id);
  if (!isSeen || !(await removeToken(id))) throw new Refusal("not_found", "There is no such token.");
}
