import type { RowMember } from "#lib/model/row-members.ts";

export type FormatName = "csv" | "json" | "ndjson";

export interface ExportWish {
  format: FormatName;
  /** null: all. */
  columns: readonly RowMember[] | null;
  /** Of json and ndjson alone. */
  raw: boolean;
  /** Of csv alone. */
  bom: boolean;
}

/** The query string of an export, without what goes without saying. */
export function exportSearch(query: string, { format, columns, raw, bom }: ExportWish): string {
  const how = [`format=${format}`, columns && `columns=${columns.join(",")}`, format !== "csv" && raw && "raw=true", format === "csv" && !bom && "bom=false"];
  return [...how, query].filter(Boolean).join("&");
}
