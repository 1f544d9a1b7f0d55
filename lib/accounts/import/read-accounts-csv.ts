import { CsvError, parse } from "csv-parse/sync";
import { Refusal } from "../../model/refusal.ts";
import { readHeader, toAccountInput } from "./csv-columns.ts";
import type { ImportInput } from "./import-input.ts";
import { type ImportRow, MOST_ROWS } from "./import-row.ts";

interface Line {
  /** Where the row begins. */
  line: number;
  cells: string[];
}

/**
 * RFC 4180 with a header row: `cloud,name,regions,credential.type` and more. A row with too few or too many cells is a fault of that row; quotes that do not
 * match are one of the whole file, since nobody can say where its rows end. Throws Refusal `invalid_body`; no message quotes a cell.
 */
export function readAccountsCsv(text: string): ImportInput {
  const [header, ...rest] = readLines(text).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (!header) throw new Refusal("invalid_body", "The file is empty.");
  const columns = readHeader(header.cells);
  if (rest.length === 0) throw new Refusal("invalid_body", "The file holds a header row and no account.");
  if (rest.length > MOST_ROWS) throw new Refusal("invalid_body", `The file must not hold more than ${MOST_ROWS} accounts.`);
  return { dryRun: false, rows: rest.map(({ line, cells }) => toRow(columns, line, cells)) };
}

function toRow(columns: readonly string[], line: number, cells: readonly string[]): ImportRow {
  const fault =
    cells.length === columns.length ? null : new Refusal("invalid_body", `The row has ${cells.length} cells and the header row ${columns.length} columns.`);
  return { line, input: fault ? null : toAccountInput(columns, cells), fault };
}

function readLines(text: string): Line[] {
  const bytes = Buffer.from(text);
  const lines: Line[] = [];
  let begun = 0;
  let line = 1;
  const take = (cells: string[], { bytes: end }: { bytes: number }) => {
    lines.push({ line, cells });
    // Not the parser's own count, which takes a line break within quotes for two when it is CR LF.
    line += bytes.toString("utf8", begun, end).match(/\r\n|\n|\r/g)?.length ?? 0;
    begun = end;
    return null;
  };
  try {
    parse(bytes, { bom: true, relax_column_count: true, record_delimiter: ["\r\n", "\n", "\r"], on_record: take });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The parser's error carries the record and quotes the cell: neither its words nor the error itself go on.
    throw new Refusal("invalid_body", `The quotes do not match from line ${line} on: a cell that holds a quote is quoted, and its quotes are doubled.`);
  }
  return lines;
}
