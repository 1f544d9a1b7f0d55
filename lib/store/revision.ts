import { eq, sql } from "drizzle-orm";
import { database, type Handle } from "./database.ts";
import { instance } from "./schema.ts";

/** Its row in `instance`. */
export const REVISION = "revision";

/** A number that grows with every change of accounts, sources or keys, 0 before the first: whoever wants to know whether something changed asks for it. */
export async function readRevision(): Promise<number> {
  const [row] = await database().select({ value: instance.value }).from(instance).where(eq(instance.name, REVISION));
  return Number(row?.value ?? 0);
}

/**
 * To be called last in a transaction: the row is locked until its end. The first number is the clock's (ms), so that a database that was emptied never
 * counts the same again.
 */
export async function bumpRevision(handle: Handle): Promise<void> {
  await handle
    .insert(instance)
    .values({ name: REVISION, value: Date.now() })
    .onConflictDoUpdate({ target: instance.name, set: { value: sql`to_jsonb((${instance.value})::text::bigint + 1)` } });
}
