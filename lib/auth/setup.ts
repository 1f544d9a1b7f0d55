import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { timingSafeEqual } from "node:crypto";
import { env } from "../env.ts";
import { Refusal } from "../model/refusal.ts";
import { readSetupToken, removeSetupToken, saveSetupToken } from "../store/setup-token.ts";
import { countUsers, type User } from "../store/users.ts";
import { createUser } from "./create-user.ts";
import { randomSecret, secretHash } from "./secret-hash.ts";

const LIFE_MS = 24 * 3_600_000;
const tokenFile = () => path.join(env().data, "setup-token");

/** True while nobody can sign in: the instance has no user yet. */
export const needsSetup = async () => (await countUsers()) === 0;

/**
 * Makes a new one-time set-up token and writes it to `<data>/setup-token` (0600); only its hash goes to the database. An earlier one is void.
 * null, and nothing made, when a user exists.
 */
export async function issueSetupToken(now = new Date()): Promise<string | null> {
  if (!(await needsSetup())) return null;
  const token = randomSecret();
  await saveSetupToken({ hash: secretHash(token), expiresAt: new Date(now.getTime() + LIFE_MS).toISOString() });
  await mkdir(env().data, { recursive: true, mode: 0o700 });
  await writeFile(tokenFile(), `${token}\n`, { mode: 0o600 });
  await chmod(tokenFile(), 0o600);
  return token;
}

/**
 * Creates the first owner. Throws a Refusal: `not_found` once a user exists, `forbidden` for a wrong, spent or expired token,
 * and what `createUser` throws, which does not spend the token.
 */
export async function completeSetup(given: { token: string; email: string; name?: string | undefined; password: string }, now = new Date()): Promise<User> {
  if (!(await needsSetup())) throw new Refusal("not_found", "There is nothing here.");
  const stored = await readSetupToken();
  const refused = new Refusal("forbidden", "The set-up token is wrong, spent or has expired. Restart Keyatlas for a new one.", "token");
  const fits = stored !== undefined && timingSafeEqual(Buffer.from(stored.hash, "hex"), Buffer.from(secretHash(given.token), "hex"));
  if (!fits || stored.expiresAt <= now.toISOString()) throw refused;
  const spend = async () => {
    if (!(await removeSetupToken())) throw refused;
  };
  const user = await createUser({ ...given, role: "owner", groups: null }, spend, now);
  await rm(tokenFile(), { force: true });
  return user;
}
