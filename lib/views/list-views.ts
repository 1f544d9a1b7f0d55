import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import type { SavedView } from "../model/view.ts";
import { readDefaultView, readView, readViews } from "../store/views.ts";
import { BUILT_IN_VIEWS, builtInView } from "./built-in-views.ts";
import { builtInAsSaved, toSavedView } from "./to-saved-view.ts";

/** The views of the asker (`GET /views`): built-in ones, then their own, then what others share; the latter two by name. */
export async function listViews(scope: Scope): Promise<SavedView[]> {
  const [rows, defaultId] = await Promise.all([readViews(scope), readDefaultView(scope)]);
  const own = rows.filter(({ ownerId }) => ownerId === scope.actor.id);
  const shared = rows.filter(({ ownerId }) => ownerId !== scope.actor.id);
  return [...BUILT_IN_VIEWS.map((view) => builtInAsSaved(view, defaultId)), ...[...own, ...shared].map((row) => toSavedView(row, defaultId))];
}

/** Throws Refusal `not_found` for one that is absent or somebody else's own. */
export async function getView(scope: Scope, id: string): Promise<SavedView> {
  const defaultId = await readDefaultView(scope);
  const builtIn = builtInView(id);
  if (builtIn) return builtInAsSaved(builtIn, defaultId);
  const row = await readView(scope, id);
  if (!row) throw new Refusal("not_found", "There is no such view.");
  return toSavedView(row, defaultId);
}
