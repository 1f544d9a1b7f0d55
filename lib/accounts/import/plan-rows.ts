import { Refusal } from "../../model/refusal.ts";
import type { Scope } from "../../model/scope.ts";
import { takenNames } from "../../store/accounts.ts";
import type { NewAccount } from "../account-input.ts";
import { checkRow } from "./check-row.ts";
import type { ImportRow } from "./import-row.ts";
import { isSamePlace } from "./same-place.ts";

export interface PlannedRow extends ImportRow {
  /** Null when the row is refused. */
  account: NewAccount | null;
}

/** Checks all rows without a cloud. Of two rows that want the same name or the same place the first has it, whether or not its cloud takes it later. */
export async function planRows(scope: Scope, rows: readonly ImportRow[]): Promise<PlannedRow[]> {
  const checked = rows.map((row) => check(scope, row));
  const names = checked.flatMap(({ account }) => account?.name ?? []);
  const taken = await takenNames(names);
  const wanted: { line: number; account: NewAccount }[] = [];
  return checked.map((row) => {
    if (!row.account) return row;
    const { account, line } = row;
    const fault = taken.has(account.name) ? nameTaken("There is an account of this name already.") : clash(account, wanted);
    if (fault) return { ...row, fault, account: null };
    wanted.push({ line, account });
    return row;
  });
}

function check(scope: Scope, row: ImportRow): PlannedRow {
  if (row.fault) return { ...row, account: null };
  try {
    return { ...row, account: checkRow(scope, row.input) };
  } catch (error) {
    if (error instanceof Refusal) return { ...row, fault: error, account: null };
    throw error;
  }
}

function clash(account: NewAccount, wanted: readonly { line: number; account: NewAccount }[]): Refusal | null {
  const named = wanted.find((other) => other.account.name === account.name);
  if (named) return nameTaken(`Line ${named.line} has this name.`);
  const placed = wanted.find((other) => isSamePlace(other.account, account));
  return placed ? new Refusal("already_connected", `Line ${placed.line} connects one of these regions or projects with the same credential.`, "regions") : null;
}

const nameTaken = (message: string) => new Refusal("name_taken", message, "name");
