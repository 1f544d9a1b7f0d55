import { Refusal } from "../../model/refusal.ts";
import { ROW_MEMBERS, type RowMember } from "../../model/row-members.ts";

export type ExportColumn = RowMember;
/** The members of a row that an export may hold, in the order of a row. */
export const EXPORT_COLUMNS: ExportColumn[] = ROW_MEMBERS;

/** `columns=state,alias`: those, in the order they were asked in; without it all. Throws Refusal `invalid_query`. */
export function readColumns(written: string | null): ExportColumn[] {
  if (written === null) return EXPORT_COLUMNS;
  const names = written.split(",");
  const columns = names.flatMap((name) => EXPORT_COLUMNS.find((known) => known === name) ?? []);
  if (columns.length < names.length || new Set(columns).size < columns.length) {
    throw new Refusal("invalid_query", `columns takes each of ${EXPORT_COLUMNS.join(", ")} at most once.`, "columns");
  }
  return columns;
}
