import { eq } from "drizzle-orm";
import type { Preferences } from "../model/preferences.ts";
import type { Scope } from "../model/scope.ts";
import { database } from "./database.ts";
import { preferences } from "./schema.ts";

/** What the asker chose; undefined when nothing ever was. */
export async function readPreferencesRow(scope: Scope): Promise<Preferences | undefined> {
  const [row] = await database().select({ value: preferences.value }).from(preferences).where(eq(preferences.actorId, scope.actor.id));
  return row?.value;
}

export async function writePreferences(scope: Scope, value: Preferences): Promise<void> {
  const updatedAt = new Date().toISOString();
  await database()
    .insert(preferences)
    .values({ actorId: scope.actor.id, value, updatedAt })
    .onConflictDoUpdate({ target: preferences.actorId, set: { value, updatedAt } });
}
