import type { Account } from "#lib/model/account.ts";
import type { ImportedRow } from "#lib/model/import-report.ts";
import type { PublicRow } from "./public-rows.ts";

export type RowState = "ready" | "waiting" | "connected" | "problem" | "refused";

/** One row of the file as it stands now. */
export interface ShownRow {
  line: number;
  name: string | null;
  cloud: string | null;
  /** As the file has them, separated by semicolons. */
  regions: string;
  state: RowState;
  account: { id: string; name: string } | null;
  error: ImportedRow["error"] | null;
  problem: ImportedRow["problem"] | null;
}

/** What became of a row; while the file is being connected the accounts that are there already tell it before the report does. */
export function shownRows(rows: readonly ImportedRow[], file: readonly PublicRow[], accounts: readonly Account[], isConnecting: boolean): ShownRow[] {
  const cells = new Map(file.map((row) => [row.line, row.cells]));
  const byName = new Map(accounts.map((account) => [account.name, account]));
  return rows.map((row) => {
    const made = row.result === "ready" && row.name !== null ? byName.get(row.name) : undefined;
    const account = row.account ?? (made ? { id: made.id, name: made.name } : null);
    const problem = row.problem ?? made?.problem ?? null;
    return {
      line: row.line,
      name: row.name,
      cloud: cells.get(row.line)?.cloud ?? null,
      regions: cells.get(row.line)?.regions ?? "",
      state: row.result === "refused" ? "refused" : account === null ? (isConnecting ? "waiting" : "ready") : problem ? "problem" : "connected",
      account,
      error: row.error ?? null,
      problem,
    };
  });
}

export const countOf = (rows: readonly ShownRow[], ...states: RowState[]): number => rows.filter(({ state }) => states.includes(state)).length;
