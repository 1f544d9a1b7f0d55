import type { History, HistoryPlace } from "../model/history.ts";
import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import { readHistory } from "../store/keys/read-history.ts";

export interface HistoryPage {
  limit: number;
  /** The `next` of the page before. */
  before?: HistoryPlace | undefined;
}

/** How a key changed since it was first read, a page at a time. Throws Refusal `not_found`, in the same words for an absent key and for one of others. */
export async function getHistory(scope: Scope, ref: string, { limit, before }: HistoryPage): Promise<History> {
  const found = await readHistory(scope, ref, { limit: limit + 1, after: before ?? null });
  if (!found) throw new Refusal("not_found", "There is no such key.");
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? `${last.at},${last.field}` : null };
}
