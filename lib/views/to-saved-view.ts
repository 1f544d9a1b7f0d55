import type { SavedView } from "../model/view.ts";
import type { ViewRow } from "../store/views.ts";
import type { BuiltInView } from "./built-in-views.ts";

export function toSavedView({ ownerId, ownerName, ...row }: ViewRow, defaultId: string | null): SavedView {
  const { id, name, query, columns, isShared, createdAt, updatedAt } = row;
  const owner = ownerName === null ? null : { id: ownerId, name: ownerName };
  return { id, name, query, columns, isShared, isDefault: id === defaultId, isBuiltIn: false, owner, createdAt, updatedAt };
}

export function builtInAsSaved({ id, name, query }: BuiltInView, defaultId: string | null): SavedView {
  return { id, name, query, columns: null, isShared: true, isDefault: id === defaultId, isBuiltIn: true, owner: null, createdAt: null, updatedAt: null };
}
