import { newId } from "../model/new-id.ts";
import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import type { SavedView } from "../model/view.ts";
import { withTransaction } from "../store/database.ts";
import { chooseDefaultView, countOwnViews, insertView } from "../store/views.ts";
import { canonicalViewQuery } from "./canonical-view-query.ts";
import { getView } from "./list-views.ts";
import { refuseTakenName } from "./refuse-taken-name.ts";
import { requireMayShare } from "./require-may-share.ts";
import type { NewView } from "./view-input.ts";

/** A person, or an API token. */
const MOST_VIEWS = 200;

/** Saves a view (`POST /views`). Throws Refusal `invalid_body` for a query that the grammar does not take, `forbidden`, `name_taken` or `too_many`. */
export async function createView(scope: Scope, { isDefault, ...wish }: NewView): Promise<SavedView> {
  if (wish.isShared) requireMayShare(scope);
  const query = canonicalViewQuery(wish.query);
  if ((await countOwnViews(scope)) >= MOST_VIEWS) throw new Refusal("too_many", `You have ${MOST_VIEWS} views already. Delete one first.`);
  const id = newId();
  const now = new Date().toISOString();
  await refuseTakenName(() =>
    withTransaction(async (tx) => {
      await insertView(tx, scope, { ...wish, id, query, createdAt: now, updatedAt: now });
      if (isDefault) await chooseDefaultView(tx, scope, id);
    }),
  );
  return getView(scope, id);
}
