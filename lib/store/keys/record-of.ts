import { getTableColumns } from "drizzle-orm";
import { isoTime } from "../iso-time.ts";
import { keys } from "../schema.ts";
import { seenAt, type StoredColumns } from "./to-stored-row.ts";

const COLUMNS = Object.entries(getTableColumns(keys)).map(([name, column]) => ({
  name,
  inTable: column.name,
  isTime: column.getSQLType().startsWith("timestamp"),
}));

/** A record of `keys` out of the JSON that PostgreSQL makes of it; `read_at` beside it says when its source was last read. */
export function recordOf(json: Record<string, unknown>): StoredColumns {
  const cells = COLUMNS.map(({ name, inTable, isTime }) => [
    name,
    isTime && typeof json[inTable] === "string" ? isoTime(json[inTable]) : (json[inTable] ?? null),
  ]);
  const record = Object.fromEntries(cells) as StoredColumns;
  return { ...record, lastSeenAt: seenAt(record, typeof json.read_at === "string" ? isoTime(json.read_at) : null) };
}
