import type { ImportReport } from "../model/import-report.ts";
import { fetchJson } from "./fetch-json.ts";

interface Importing {
  kind: "csv" | "json";
  /** JSON: a list of accounts or `{ accounts }`. */
  text: string;
  dryRun: boolean;
  signal?: AbortSignal;
}

/** Sends a file of accounts. Throws ApiError. */
export async function importAccounts({ kind, text, dryRun, signal }: Importing): Promise<ImportReport> {
  const path = `/api/v1/accounts/import${dryRun ? "?dryRun=true" : ""}`;
  if (kind === "csv") return fetchJson<ImportReport>(path, { method: "POST", csv: text, signal });
  const parsed = JSON.parse(text) as unknown;
  const body = Array.isArray(parsed) ? { accounts: parsed } : { ...(parsed as Record<string, unknown>), dryRun };
  return fetchJson<ImportReport>(path, { method: "POST", body, signal });
}
