import type { PublicFile } from "./public-rows.ts";
import { writeCsv } from "./write-csv.ts";

/** The rows of these lines as a file to correct and import again: every column of the first file, and no secret. */
export function refusedRows({ columns, rows }: PublicFile, lines: readonly number[]): string {
  const refused = rows.filter(({ line }) => lines.includes(line));
  return writeCsv([columns, ...refused.map(({ cells }) => columns.map((column) => cells[column] ?? ""))]);
}
