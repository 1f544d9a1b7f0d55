import { eq, like, sql } from "drizzle-orm";
import { database, type Handle } from "./database.ts";
import { instance } from "./schema.ts";

/** Its row in `instance`. */
export const REVISION = "revision";
/** The rows beside it: the revision in which the keys of everything, or of one source, changed last. */
export const KEYS_CHANGED = "keys-changed";
export const ofSource = (sourceId: string) => `${KEYS_CHANGED}/${sourceId}`;

/** A number that grows with every change of accounts, sources or keys, 0 before the first: whoever wants to know whether something changed asks for it. */
export async function readRevision(): Promise<number> {
  const [row] = await database().select({ value: instance.value }).from(instance).where(eq(instance.name, REVISION));
  return Number(row?.value ?? 0);
}

/**
 * To be called last in a transaction: the row is locked until its end. The first number is the clock's (ms), so that a database that was emptied never
 * counts the same again. `keysOf` are the sources whose keys may have changed, and none other: what was counted of the others stands.
 */
export async function bumpRevision(handle: Handle, keysOf: readonly string[] | "all" = "all"): Promise<void> {
  const [row] = await handle
    .insert(instance)
    .values({ name: REVISION, value: Date.now() })
    .onConflictDoUpdate({ target: instance.name, set: { value: sql`to_jsonb((${instance.value})::text::bigint + 1)` } })
    .returning({ value: instance.value });
  const marks = (names: readonly string[]) => handle.insert(instance).values(names.map((name) => ({ name, value: row?.value ?? 0 })));
  const overwrite = { target: instance.name, set: { value: sql`excluded.value` } };
  if (keysOf === "all") {
    await handle.delete(instance).where(like(instance.name, ofSource("%")));
    await marks([KEYS_CHANGED]).onConflictDoUpdate(overwrite);
  } else if (keysOf.length > 0) {
    // What was changed before anybody noted it is all that there was.
    await marks([KEYS_CHANGED]).onConflictDoNothing();
    await marks(keysOf.map(ofSource)).onConflictDoUpdate(overwrite);
  }
}
