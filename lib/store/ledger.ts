import { sql } from "drizzle-orm";
import type { Handle } from "./database.ts";

export interface LedgerRow {
  name: string;
  /** 0 where there is no row yet. */
  version: number;
  entry: unknown;
}

/** Entries that nobody used for so long go when a new one comes. */
const KEPT_DAYS = 30;

/** The database's clock in milliseconds since 1970, the same for all processes. */
const CLOCK = sql`extract(epoch from clock_timestamp()) * 1000`;

/** The named entries, in this order, and the database's time in milliseconds. */
export async function readLedger(handle: Handle, names: readonly string[]): Promise<{ rows: LedgerRow[]; now: number }> {
  const { rows } = await handle.execute<{ name: string; version: number | null; entry: unknown; now: string }>(
    sql`select n.name, l.version, l.entry, ${CLOCK} as now
      from jsonb_array_elements_text(${JSON.stringify(names)}::jsonb) with ordinality as n(name, place) left join ledger l on l.name = n.name order by n.place`,
  );
  return { rows: rows.map(({ name, version, entry }) => ({ name, version: version ?? 0, entry: entry ?? {} })), now: Number(rows[0]?.now) };
}

/**
 * Writes the rows, each only where it still has the version before the given one; the names that were written, and the database's time in milliseconds.
 * One short statement, and no lock outlives it.
 */
export async function writeLedger(handle: Handle, changed: readonly LedgerRow[]): Promise<{ written: string[]; now: number | null }> {
  const { rows } = await handle.execute<{ name: string; now: string }>(
    sql`insert into ledger as l (name, version, entry, used_at)
      select name, version, entry, now() from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c(name text, version int, entry jsonb) order by name
      on conflict (name) do update set version = excluded.version, entry = excluded.entry, used_at = excluded.used_at where l.version = excluded.version - 1
      returning l.name, ${CLOCK} as now`,
  );
  if (changed.some(({ version }) => version === 1)) await forgetOldEntries(handle);
  return { written: rows.map(({ name }) => name), now: rows[0] ? Number(rows[0].now) : null };
}

async function forgetOldEntries(handle: Handle): Promise<void> {
  await handle.execute(sql`delete from ledger where used_at < now() - make_interval(days => ${KEPT_DAYS})`);
}
