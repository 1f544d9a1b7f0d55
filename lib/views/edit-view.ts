import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import type { SavedView } from "../model/view.ts";
import { withTransaction } from "../store/database.ts";
import { chooseDefaultView, dropDefaultView, updateView } from "../store/views.ts";
import { canonicalViewQuery } from "./canonical-view-query.ts";
import { getView } from "./list-views.ts";
import { refuseTakenName } from "./refuse-taken-name.ts";
import { requireMayShare } from "./require-may-share.ts";
import type { ViewEdit } from "./view-input.ts";

/**
 * Changes a view (`PATCH /views/{id}`). `isDefault` is the asker's own choice and goes with every view they see; all else only with their own.
 * Throws Refusal `not_found`, `forbidden`, `invalid_body` or `name_taken`.
 */
export async function editView(scope: Scope, id: string, { isDefault, ...change }: ViewEdit): Promise<SavedView> {
  const before = await getView(scope, id);
  const isChanged = Object.keys(change).length > 0;
  if (isChanged) requireMayChange(scope, before, change.isShared ?? false);
  const query = change.query === undefined ? undefined : canonicalViewQuery(change.query);
  await refuseTakenName(() =>
    withTransaction(async (tx) => {
      const updated = isChanged ? await updateView(tx, scope, id, { ...change, query, updatedAt: new Date().toISOString() }) : true;
      if (!updated) throw new Refusal("not_found", "There is no such view.");
      if (isDefault !== undefined) await (isDefault ? chooseDefaultView : dropDefaultView)(tx, scope, id);
    }),
  );
  return getView(scope, id);
}

function requireMayChange(scope: Scope, view: SavedView, willBeShared: boolean): void {
  if (view.isBuiltIn) throw new Refusal("forbidden", "A built-in view cannot be changed. Save it under a name of your own.");
  if (view.owner?.id !== scope.actor.id) throw new Refusal("forbidden", "Only who made a shared view changes it. Save it under a name of your own.");
  if (view.isShared || willBeShared) requireMayShare(scope);
}
