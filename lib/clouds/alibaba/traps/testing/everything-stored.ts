import { sql } from "drizzle-orm";
import { database } from "#lib/store/database.ts";

/** Every row of every table as text. */
export async function everythingStored(): Promise<string> {
  const { rows } = await database().execute<{ name: string }>(sql`select tablename as name from pg_tables where schemaname = 'public'`);
  const texts = await Promise.all(rows.map(({ name }) => database().execute(sql`select t::text as text from ${sql.identifier(name)} t`)));
  return texts.flatMap(({ rows: records }) => records.map(({ text }) => String(text))).join("\n");
}
