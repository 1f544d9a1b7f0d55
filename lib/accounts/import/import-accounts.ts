import type { ImportedRow, ImportReport } from "../../model/import-report.ts";
import { Refusal } from "../../model/refusal.ts";
import type { Scope } from "../../model/scope.ts";
import { refusalIn } from "../../store/refusal-in.ts";
import { connectAccount } from "../connect-account.ts";
import type { ImportRow } from "./import-row.ts";
import { type PlannedRow, planRows } from "./plan-rows.ts";
import { tellName, tellRefusal } from "./tell-refusal.ts";

/** Accounts that are met at once: each waits for its own cloud most of the time. */
const AT_ONCE = 4;

interface ImportOptions {
  dryRun: boolean;
  /** Aborted when the asker goes away: nothing new is begun, and rows that were not begun are left out of the report. */
  signal: AbortSignal;
  /** Told what the house itself failed in; the row says `internal`. */
  onFault: (error: unknown, line: number) => void;
}

/**
 * Connects many accounts (`POST /accounts/import`), each as `connectAccount` does: a result for each row, and no row stops another. A secret that the cloud
 * refused in two rows is not tried in the others.
 */
export async function importAccounts(scope: Scope, given: readonly ImportRow[], options: ImportOptions): Promise<ImportReport> {
  const planned = await planRows(scope, given);
  const done: ImportedRow[] = [];
  const rest = planned.entries();
  const eased = new Set<string>();
  const lane = async () => {
    for (const [i, row] of rest) {
      if (options.signal.aborted) return;
      done[i] = { line: row.line, name: tellName(row.input), ...(await resultOf(scope, row, { ...options, eased })) };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const rows = done.filter((row) => row !== undefined);
  const count = (result: ImportedRow["result"]) => rows.filter((row) => row.result === result).length;
  return { rows, connected: count("connected"), refused: count("refused") };
}

type RowOptions = ImportOptions & { eased: Set<string> };

async function resultOf(scope: Scope, { line, input, fault, account }: PlannedRow, options: RowOptions): Promise<Omit<ImportedRow, "line" | "name">> {
  if (fault || !account) return { result: "refused", error: tellRefusal(fault ?? INTERNAL, input) };
  if (options.dryRun) return { result: "ready" };
  try {
    const { id, name, problem } = await connectAccount(scope, input, options);
    return { result: "connected", account: { id, name }, ...(problem && { problem }) };
  } catch (error) {
    const refusal = refusalIn(error);
    if (!refusal) options.onFault(error, line);
    return { result: "refused", error: tellRefusal(refusal ?? INTERNAL, input) };
  }
}

const INTERNAL = new Refusal("internal", "Something went wrong on our side. The request id finds it in the log.");
