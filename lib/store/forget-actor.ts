import { and, eq } from "drizzle-orm";
import type { Handle } from "./database.ts";
import { preferences, viewDefaults, views } from "./schema.ts";

/** What a removed user or API token leaves: their own views and preferences go with them; what they shared stays, without an owner. */
export async function forgetActor(handle: Handle, id: string): Promise<void> {
  await handle.delete(views).where(and(eq(views.ownerId, id), eq(views.isShared, false)));
  await handle.delete(viewDefaults).where(eq(viewDefaults.actorId, id));
  await handle.delete(preferences).where(eq(preferences.actorId, id));
}
