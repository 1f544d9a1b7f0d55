import { fetchJson } from "./fetch-json.ts";

/** What to read again; nothing named = everything. `acceptDrop` lets a held mass-drop through. */
export interface SyncTarget {
  account?: string;
  region?: string;
  acceptDrop?: boolean;
}

/** A person who presses a button has changed something at the cloud, or wants to be sure: every key is described. */
export const startSync = (target: SyncTarget): Promise<{ id: string }> => fetchJson("/api/v1/sync", { method: "POST", body: { ...target, full: true } });
