import { getTableColumns } from "drizzle-orm";
import { isoTime } from "../iso-time.ts";
import { keys } from "../schema.ts";
import { seenAt, type StoredColumns } from "./to-stored-row.ts";

const COLUMNS = Object.entries(getTableColumns(keys)).map(([name, column]) => ({
  name,
  inTable: column.name,
  isTime: column.getSQLType().startsWith("timestamp"),
}));

/** A record of `keys` out of the JSON that PostgreSQL makes of it; `read_at` and `checked_at` beside it say when its source was last read and it last described. */
export function recordOf(json: Record<string, unknown>): StoredColumns {
  const cells = COLUMNS.map(({ name, inTable, isTime }) => [
    name,
    isTime && typeof json[inTable] === "string" ? isoTime(json[inTable]) : (json[inTable] ?? null),
  ]);
  const record = Object.fromEntries(cells) as StoredColumns;
  const time = (at: unknown) => (typeof at === "string" ? isoTime(at) : null);
  return { ...record, describedAt: time(json.checked_at) ?? record.describedAt, lastSeenAt: seenAt(record, time(json.read_at)) };
}
