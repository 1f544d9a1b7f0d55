import { randomBytes } from "node:crypto";
import type { HuaweiHouse } from "./call.ts";
import type { WorldAccount, WorldProject } from "../world.ts";

/** What an X-Auth-Token opens. KMS needs one of the project in its URL. */
export interface Token {
  account: WorldAccount;
  /** null for a token of the whole domain, or an unscoped one. */
  project: WorldProject | null;
  /** The account whose user acts through an agency, or null. */
  assumedBy: WorldAccount | null;
  issuedAt: Date;
  expiresAt: Date;
}

const LIFETIME_MS = 24 * 3_600_000;

/** Real tokens are signed blobs of several KB that start with "MII": as long as the real ones, for the headers' sake. */
export function issueToken(house: HuaweiHouse, of: Pick<Token, "account" | "project" | "assumedBy">): { name: string; token: Token } {
  const now = house.now();
  const name = `MII${randomBytes(house.tokenLength).toString("base64")}`.slice(0, house.tokenLength);
  const token = { ...of, issuedAt: now, expiresAt: new Date(now.getTime() + LIFETIME_MS) };
  house.tokens.set(name, token);
  return { name, token };
}

/** ISO 8601 with six fraction digits, as IAM prints times. */
export function toMicros(date: Date): string {
  return date.toISOString().replace("Z", "000Z");
}
