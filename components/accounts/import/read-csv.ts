export interface CsvRow {
  /** Where the row begins; the first line is 1. */
  line: number;
  cells: string[];
}

/** A cell, quoted or not, and what ends it. */
const CELL = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|\n|\r|$)/y;

/** RFC 4180, to show and to save rows: ends at the first quote that does not match. What the file means is decided by the server. Rows of nothing are left out. */
export function readCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  const body = text.replace(/^\uFEFF/, "");
  let row: CsvRow = { line: 1, cells: [] };
  let line = 1;
  for (let at = 0; at <= body.length; ) {
    CELL.lastIndex = at;
    const [whole, cell = "", end] = CELL.exec(body) ?? [];
    if (whole === undefined) break;
    at += whole.length;
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    row.cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ",") continue;
    rows.push(row);
    row = { line, cells: [] };
    if (end === "") break;
  }
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}
