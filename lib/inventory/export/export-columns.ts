import { Refusal } from "../../model/refusal.ts";
import { ROW_MEMBERS, type RowMember } from "../../model/row-members.ts";

export type ExportColumn = RowMember;
/** The members of a row that an export may hold, in the order of a row. */
export const EXPORT_COLUMNS: ExportColumn[] = ROW_MEMBERS;

/** `columns=state,alias`: those, in the order they were asked in; without it all. Throws Refusal `invalid_query`, naming what is no column or stands twice. */
export function readColumns(written: string | null): ExportColumn[] {
  if (written === null) return EXPORT_COLUMNS;
  const names = written.split(",");
  const unknown = names.filter((name) => !EXPORT_COLUMNS.some((known) => known === name));
  if (unknown.length > 0) refuse(`columns knows no ${quoted(unknown)}; it takes ${EXPORT_COLUMNS.join(", ")}.`);
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  if (twice.length > 0) refuse(`columns names ${quoted(twice)} twice.`);
  return names as ExportColumn[];
}

function refuse(message: string): never {
  throw new Refusal("invalid_query", message, "columns");
}

const quoted = (names: readonly string[]) => [...new Set(names)].map((name) => JSON.stringify(name)).join(", ");
