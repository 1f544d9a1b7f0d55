import type { KeysAnswer } from "../model/answers.ts";
import type { Scope } from "../model/scope.ts";
import type { KeyQuery } from "../query/query.ts";
import type { KeyIndex } from "../store/keys/key-index.ts";
import { rememberedKeyIndex } from "../store/keys/remembered-key-index.ts";
import { groupedKeyIndex } from "../store/keys/sql-key-index.ts";
import { cover } from "./cover.ts";

const INDEX = rememberedKeyIndex(groupedKeyIndex);

/**
 * A page of the stored inventory with its totals, facets and coverage. A page past the end is an empty list with its total.
 * Throws Refusal `invalid_query` for a cursor that is none of ours or belongs to another query.
 */
export async function listKeys(scope: Scope, query: KeyQuery, index: KeyIndex = INDEX): Promise<KeysAnswer> {
  const now = new Date();
  const [page, coverage] = await Promise.all([index.page(scope, query, now), cover(scope, query, now)]);
  const { rows, total, undecided, next, facets, asOf } = page;
  return { rows, total, undecided, page: query.page, size: query.size, next, facets, coverage, asOf: asOf.toISOString() };
}
