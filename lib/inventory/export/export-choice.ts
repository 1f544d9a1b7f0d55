import { Refusal } from "../../model/refusal.ts";
import { type ExportColumn, readColumns } from "./export-columns.ts";
import { EXPORT_FORMATS, type ExportName } from "./export-formats.ts";

/** How a view is written as a file. */
export interface ExportChoice {
  format: ExportName;
  columns: readonly ExportColumn[];
  /** JSON and NDJSON: each row with the clouds' own words beside the normalised values. */
  raw: boolean;
  /** CSV: begins with a byte order mark, without which spreadsheets take UTF-8 for something else. */
  bom: boolean;
}

export const CHOICE_PARAMETERS = [
  { name: "format", description: `One of ${Object.keys(EXPORT_FORMATS).join(", ")}.` },
  { name: "columns", description: "Members of a row, separated by commas, in the order wished; all without it." },
  { name: "raw", description: "true: each row of json and ndjson with the cloud's own words as `raw`." },
  { name: "bom", description: "false: csv without a byte order mark." },
];

/** Takes the parameters of an export out of those given. Throws Refusal `invalid_query` naming the one that cannot be. */
export function takeExportChoice(params: URLSearchParams): ExportChoice {
  const [format, columns, raw, bom] = ["format", "columns", "raw", "bom"].map((name) => {
    if (params.getAll(name).length > 1) throw new Refusal("invalid_query", `${name} stands there twice.`, name);
    const value = params.get(name);
    params.delete(name);
    return value;
  });
  if (!format || !Object.hasOwn(EXPORT_FORMATS, format))
    throw new Refusal("invalid_query", `format takes one of ${Object.keys(EXPORT_FORMATS).join(", ")}.`, "format");
  const choice = {
    format: format as ExportName,
    columns: readColumns(columns ?? null),
    raw: readSwitch("raw", raw) ?? false,
    bom: readSwitch("bom", bom) ?? true,
  };
  if (choice.raw && format === "csv") throw new Refusal("invalid_query", "raw is for json and ndjson: a cell of csv holds no object.", "raw");
  if (bom && format !== "csv") throw new Refusal("invalid_query", "bom is for csv: json and ndjson begin without a byte order mark.", "bom");
  return choice;
}

function readSwitch(name: string, value: string | null | undefined): boolean | null {
  if (value === null || value === undefined) return null;
  if (value !== "true" && value !== "false") throw new Refusal("invalid_query", `${name} takes true or false.`, name);
  return value === "true";
}
