import { fetchJson } from "./fetch-json.ts";

/** What to read again; nothing named = everything. `acceptDrop` lets a held mass-drop through. */
export interface SyncTarget {
  account?: string;
  region?: string;
  acceptDrop?: boolean;
}

export const startSync = (target: SyncTarget): Promise<{ id: string }> => fetchJson("/api/v1/sync", { method: "POST", body: target });
