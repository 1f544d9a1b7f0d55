import { randomBytes } from "node:crypto";
import type { WorldAccount, WorldProject } from "../world.ts";

/** What an X-Auth-Token opens. KMS needs one of the project in its URL. */
export interface Token {
  account: WorldAccount;
  /** null for a token of the whole domain, or an unscoped one. */
  project: WorldProject | null;
  issuedAt: Date;
  expiresAt: Date;
}

const LIFETIME_MS = 24 * 3_600_000;

/** Real tokens are signed blobs of several KB that start with "MII": as long as the real ones, for the headers' sake. */
export function issueToken(tokens: Map<string, Token>, account: WorldAccount, project: WorldProject | null, now: Date): { name: string; token: Token } {
  const name = `MII${randomBytes(2600).toString("base64")}`;
  const token = { account, project, issuedAt: now, expiresAt: new Date(now.getTime() + LIFETIME_MS) };
  tokens.set(name, token);
  return { name, token };
}

/** ISO 8601 with six fraction digits, as IAM prints times. */
export function toMicros(date: Date): string {
  return date.toISOString().replace("Z", "000Z");
}
