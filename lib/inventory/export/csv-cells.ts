import type { FactField, KeyRow } from "../../model/key.ts";
import type { ExportColumn } from "./export-columns.ts";
import { plainText } from "./plain-text.ts";

/** The heads of a CSV file: an account takes two columns, and the last says why cells are empty. */
export function csvHeads(columns: readonly ExportColumn[]): string[] {
  return [...columns.flatMap((column) => (column === "account" ? ["account", "accountId"] : [column])), "absent"];
}

/**
 * A row as cells. An empty cell is empty because the cloud said so; a cell that nobody told holds `#` and the reason (`#denied`), and the last column
 * names them all: `rotation=denied lastRotatedAt=denied`. A text that a spreadsheet would take for a formula is led by an apostrophe.
 */
export function csvCells(row: KeyRow, columns: readonly ExportColumn[]): (string | number)[] {
  const absent = Object.entries(row.absent).filter(([field]) => (columns as readonly string[]).includes(field));
  const cells = [...columns.flatMap((column) => cellsOf(row, column)), absent.map(([field, reason]) => `${field}=${reason}`).join(" ")];
  return cells.map((cell) => (typeof cell === "string" ? plainText(cell) : cell));
}

function cellsOf(row: KeyRow, column: ExportColumn): (string | number)[] {
  if (column === "account") return [row.account.name, row.account.id];
  const reason = row.absent[column as FactField];
  if (reason) return [`#${reason}`];
  if (column === "tags") return [row.tags === null ? "" : JSON.stringify(row.tags)];
  if (column === "aliases") return [(row.aliases ?? []).join("; ")];
  return [row[column] ?? ""];
}
