import { getTableColumns } from "drizzle-orm";
import { isoTime } from "../iso-time.ts";
import { keys } from "../schema.ts";
import type { StoredColumns } from "./to-stored-row.ts";

const COLUMNS = Object.entries(getTableColumns(keys)).map(([name, column]) => ({ name, inTable: column.name, isTime: column.getSQLType().startsWith("timestamp") }));

/** A record of `keys` out of the JSON that PostgreSQL makes of it. */
export function recordOf(json: Record<string, unknown>): StoredColumns {
  const cells = COLUMNS.map(({ name, inTable, isTime }) => [name, isTime && typeof json[inTable] === "string" ? isoTime(json[inTable]) : (json[inTable] ?? null)]);
  return Object.fromEntries(cells) as StoredColumns;
}
