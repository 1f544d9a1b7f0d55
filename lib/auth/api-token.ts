import { newId } from "../model/new-id.ts";
import { Refusal } from "../model/refusal.ts";
import { type Role, roleAtLeast, type Scope } from "../model/scope.ts";
import { addToken, findToken, type Token, touchToken } from "../store/tokens.ts";
import { randomSecret, secretHash } from "./secret-hash.ts";
import { shareLookups } from "./share-lookups.ts";

/** The prefix lets scanners of leaked secrets know ours. */
const PREFIX = "kat_";
const TOUCH_MS = 60_000;

export interface TokenWish {
  name: string;
  role: Role;
  /** null = all account groups that the maker sees. */
  groups: string[] | null;
  expiresAt: string | null;
}

/** Makes an API token. Its text is given this once; only its hash is kept. Throws a Refusal when it would see or do more than its maker. */
export async function createToken(maker: Scope, wish: TokenWish, now = new Date()): Promise<Token & { token: string }> {
  if (!roleAtLeast(maker.role, wish.role)) throw new Refusal("forbidden", `A token may not have a higher role than yours (${maker.role}).`, "role");
  const own = maker.groups;
  const groups = wish.groups ?? (own === "all" ? null : [...own]);
  const foreign = groups?.find((group) => own !== "all" && !own.includes(group));
  if (foreign !== undefined) throw new Refusal("forbidden", "A token may not see more groups than you do.", "groups");
  const expiresAt = wish.expiresAt === null ? null : new Date(wish.expiresAt).toISOString();
  if (expiresAt !== null && expiresAt <= now.toISOString()) throw new Refusal("invalid_body", "expiresAt is in the past.", "expiresAt");
  const token = PREFIX + randomSecret();
  const made: Token = { id: newId(), name: wish.name, role: wish.role, groups, createdAt: now.toISOString(), expiresAt, lastUsedAt: null };
  await addToken({ ...made, hash: secretHash(token) });
  return { ...made, token };
}

const lookUp = shareLookups(findToken);

/** Who is behind a token. Throws a Refusal `unauthenticated` when it is unknown, removed or has expired. */
export async function readToken(text: string, now = new Date()): Promise<Scope> {
  const isOurs = /^kat_[A-Za-z0-9_-]{43}$/.test(text);
  const token = isOurs ? await lookUp(secretHash(text)) : undefined;
  if (!token || (token.expiresAt !== null && Date.parse(token.expiresAt) <= now.getTime()))
    throw new Refusal("unauthenticated", "This API token is unknown or has expired.");
  const isFresh = token.lastUsedAt !== null && now.getTime() - Date.parse(token.lastUsedAt) < TOUCH_MS;
  if (!isFresh) await touchToken(token.id, now.toISOString());
  return { actor: { kind: "token", id: token.id, name: token.name }, role: token.role, groups: token.groups ?? "all" };
}
