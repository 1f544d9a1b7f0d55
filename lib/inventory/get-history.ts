import type { History } from "../model/history.ts";
import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import { readHistory } from "../store/keys/read-history.ts";

/** How a key changed since it was first read. Throws Refusal `not_found`, in the same words for an absent key and for one of others. */
export async function getHistory(scope: Scope, ref: string): Promise<History> {
  const rows = await readHistory(scope, ref);
  if (!rows) throw new Refusal("not_found", "There is no such key.");
  return { rows };
}
