import type { Scope } from "../model/scope.ts";
import { listTokens, type Token } from "../store/tokens.ts";

/** The API tokens, without their text, that see no more account groups than the asker: whoever is limited to some manages no others. */
export async function visibleTokens(scope: Scope): Promise<Token[]> {
  const own = scope.groups;
  const tokens = await listTokens();
  return own === "all" ? tokens : tokens.filter(({ groups }) => groups?.every((group) => own.includes(group)));
}
