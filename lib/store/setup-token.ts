import { eq } from "drizzle-orm";
import { database } from "./database.ts";
import { instance } from "./schema.ts";

const NAME = "setup-token";

/** The one-time set-up token as stored: SHA-256 in hex, and the end of its life. */
export interface StoredSetupToken {
  hash: string;
  expiresAt: string;
}

export async function readSetupToken(): Promise<StoredSetupToken | undefined> {
  const [row] = await database().select({ value: instance.value }).from(instance).where(eq(instance.name, NAME));
  return row?.value as StoredSetupToken | undefined;
}

export async function saveSetupToken(token: StoredSetupToken): Promise<void> {
  await database()
    .insert(instance)
    .values({ name: NAME, value: token })
    .onConflictDoUpdate({ target: instance.name, set: { value: token } });
}

/** Spends the token: true for exactly one of all who ask. */
export async function removeSetupToken(): Promise<boolean> {
  const removed = await database().delete(instance).where(eq(instance.name, NAME)).returning({ name: instance.name });
  return removed.length > 0;
}
