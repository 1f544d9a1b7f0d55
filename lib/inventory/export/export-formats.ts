import { stringify } from "csv-stringify/sync";
import type { KeyRow } from "../../model/key.ts";
import type { Coverage } from "../../model/source.ts";
import { csvCells, csvHeads } from "./csv-cells.ts";
import type { ExportColumn } from "./export-columns.ts";

export interface ExportHead {
  /** The canonical query. */
  query: string;
  /** ISO 8601 UTC: every row is as it was then. */
  at: string;
  coverage: Coverage;
  total: number;
}

/** A row, and where it was wished the clouds' own words: null for a key that a reading changed while the file was being written. */
export type ExportRow = KeyRow & { raw?: Record<string, unknown> | null };

/** What of a choice the writing of a format needs. */
interface Writing {
  columns: readonly ExportColumn[];
  raw: boolean;
  bom: boolean;
}

/** How a format writes its beginning, some rows, and its end. */
interface ExportFormat {
  type: string;
  begin(head: ExportHead, writing: Writing): string;
  rows(rows: readonly ExportRow[], writing: Writing, isFirst: boolean): string;
  end: string;
}

export type ExportName = "csv" | "json" | "ndjson";

/** RFC 4180. */
const CSV = { record_delimiter: "\r\n" } as const;
/** All cells in quotes: without them a lone CR or LF in a description, which the library leaves bare, ends the line for every reader. */
const CSV_ROWS = { ...CSV, quoted: true } as const;

export const EXPORT_FORMATS = {
  csv: {
    type: "text/csv; charset=utf-8; header=present",
    begin: (_, { columns, bom }) => `${bom ? "\uFEFF" : ""}${stringify([csvHeads(columns)], CSV)}`,
    rows: (rows, { columns }) =>
      stringify(
        rows.map((row) => csvCells(row, columns)),
        CSV_ROWS,
      ),
    end: "",
  },
  json: {
    type: "application/json",
    begin: ({ query, at, coverage }) => `${JSON.stringify({ query, at, coverage }).slice(0, -1)},"rows":[`,
    rows: (rows, writing, isFirst) => `${isFirst ? "" : ",\n"}${rows.map((row) => JSON.stringify(chosen(row, writing))).join(",\n")}`,
    end: "]}\n",
  },
  ndjson: {
    type: "application/x-ndjson",
    begin: () => "",
    rows: (rows, writing) => rows.map((row) => `${JSON.stringify(chosen(row, writing))}\n`).join(""),
    end: "",
  },
} as const satisfies Record<ExportName, ExportFormat>;

/** The chosen members, with why some of them hold nothing. */
function chosen(row: ExportRow, { columns, raw }: Writing): Record<string, unknown> {
  const among = (record: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => (columns as readonly string[]).includes(name)));
  const members = Object.fromEntries(columns.map((column) => [column, row[column]]));
  return { ...members, absent: among(row.absent), notes: among(row.notes), ...(raw && { raw: row.raw ?? null }) };
}
