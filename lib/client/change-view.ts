import type { RowMember } from "../model/row-members.ts";
import type { SavedView } from "../model/view.ts";
import { fetchJson } from "./fetch-json.ts";

export interface ViewChange {
  name: string;
  query: string;
  columns: RowMember[] | null;
  isShared: boolean;
  isDefault: boolean;
}

const pathOf = (id: string) => `/api/v1/views/${encodeURIComponent(id)}`;

export const saveView = (view: ViewChange): Promise<SavedView> => fetchJson("/api/v1/views", { method: "POST", body: view });
export const editView = (id: string, change: Partial<ViewChange>): Promise<SavedView> => fetchJson(pathOf(id), { method: "PATCH", body: change });
export const deleteView = (id: string): Promise<void> => fetchJson(pathOf(id), { method: "DELETE" });
