import type { SavedView } from "#lib/model/view.ts";
import { sharedOf } from "./view-query.ts";

export interface CurrentView {
  view: SavedView;
  /** The address no longer says what the view says. */
  isEdited: boolean;
}

/**
 * The view that the reader is in. `shared` is what the address says; `baseId` the view that they were in before, which they may have changed since,
 * and `pickedId` the one that they last chose. Where several say the same, that one wins, then the one before, the reader's own, the built-in one. All keys are no view, unless one was saved of them.
 */
export function currentView(
  views: readonly SavedView[],
  shared: string,
  { baseId, pickedId, viewerId }: { baseId: string | null; pickedId: string | null; viewerId: string },
): CurrentView | null {
  const same = views.filter(({ query }) => sharedOf(query) === shared);
  const view = same.find(({ id }) => id === pickedId) ?? same.find(({ id }) => id === baseId) ?? same.find(({ owner }) => owner?.id === viewerId) ?? same[0];
  if (view) return { view, isEdited: false };
  const base = shared === "" ? undefined : views.find(({ id }) => id === baseId);
  return base ? { view: base, isEdited: true } : null;
}
