import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { timingSafeEqual } from "node:crypto";
import { env } from "../env.ts";
import { readSetupToken, saveSetupToken } from "../store/setup-token.ts";
import { countUsers } from "../store/users.ts";
import { randomSecret, secretHash } from "./secret-hash.ts";

const LIFE_MS = 24 * 3_600_000;
export const setupTokenFile = () => path.join(env().data, "setup-token");

/** True while nobody can sign in: the instance has no user yet. */
export const needsSetup = async () => (await countUsers()) === 0;

/**
 * The one-time set-up token, to be printed at start; null once a user exists. It lives for a day, in `<data>/setup-token` (0600), and as a hash
 * in the database. The one in the file is given again while it is good; otherwise a new one is made, and the old one is void.
 */
export async function issueSetupToken(now = new Date()): Promise<string | null> {
  if (!(await needsSetup())) return null;
  const earlier = await readTokenFile();
  if (earlier !== null && (await fitsSetupToken(earlier, now))) return earlier;
  const token = randomSecret();
  await saveSetupToken({ hash: secretHash(token), expiresAt: new Date(now.getTime() + LIFE_MS).toISOString() });
  await mkdir(env().data, { recursive: true, mode: 0o700 });
  await writeFile(setupTokenFile(), `${token}\n`, { mode: 0o600 });
  await chmod(setupTokenFile(), 0o600);
  return token;
}

/** Whether a text is the set-up token, unspent and in time. */
export async function fitsSetupToken(token: string, now: Date): Promise<boolean> {
  const stored = await readSetupToken();
  if (!stored || stored.expiresAt <= now.toISOString()) return false;
  return timingSafeEqual(Buffer.from(stored.hash, "hex"), Buffer.from(secretHash(token), "hex"));
}

async function readTokenFile(): Promise<string | null> {
  try {
    return (await readFile(setupTokenFile(), "utf8")).trim();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
