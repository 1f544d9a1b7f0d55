import { Refusal } from "../model/refusal.ts";
import { roleAtLeast, type Scope } from "../model/scope.ts";
import type { SavedView } from "../model/view.ts";
import { withTransaction } from "../store/database.ts";
import { removeViewRow } from "../store/views.ts";
import { getView } from "./list-views.ts";
import { requireMayShare } from "./require-may-share.ts";

/** Removes a view (`DELETE /views/{id}`): one's own, or as an owner of the instance any shared one. Throws Refusal `not_found` or `forbidden`. */
export async function removeView(scope: Scope, id: string): Promise<void> {
  requireMayRemove(scope, await getView(scope, id));
  const isRemoved = await withTransaction((tx) => removeViewRow(tx, scope, id));
  if (!isRemoved) throw new Refusal("not_found", "There is no such view.");
}

function requireMayRemove(scope: Scope, view: SavedView): void {
  if (view.isBuiltIn) throw new Refusal("forbidden", "A built-in view cannot be deleted.");
  const isOwn = view.owner?.id === scope.actor.id;
  if (!isOwn && !roleAtLeast(scope.role, "owner")) throw new Refusal("forbidden", "A shared view is deleted by who made it, or by the role owner.");
  if (view.isShared) requireMayShare(scope);
}
