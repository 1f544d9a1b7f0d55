import { asc, eq, sql } from "drizzle-orm";
import type { Role } from "../model/scope.ts";
import { database } from "./database.ts";
import { tokens } from "./schema.ts";

/** An API token without its secret. */
export interface Token {
  id: string;
  name: string;
  role: Role;
  /** null = all account groups. */
  groups: string[] | null;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
}

const PUBLIC = {
  id: tokens.id,
  name: tokens.name,
  role: sql<Role>`${tokens.role}`,
  groups: tokens.groups,
  createdAt: tokens.createdAt,
  expiresAt: tokens.expiresAt,
  lastUsedAt: tokens.lastUsedAt,
};

/** `hash` is the SHA-256 of the token, in hex. */
export async function addToken(token: Token & { hash: string }): Promise<void> {
  await database().insert(tokens).values(token);
}

export async function listTokens(): Promise<Token[]> {
  return database().select(PUBLIC).from(tokens).orderBy(asc(tokens.createdAt), asc(tokens.id));
}

/** The token with this hash, living or not. */
export async function findToken(hash: string): Promise<Token | undefined> {
  const [token] = await database().select(PUBLIC).from(tokens).where(eq(tokens.hash, hash));
  return token;
}

export async function touchToken(id: string, now: string): Promise<void> {
  await database().update(tokens).set({ lastUsedAt: now }).where(eq(tokens.id, id));
}

/** False when there is no such token. */
export async function removeToken(id: string): Promise<boolean> {
  const removed = await database().delete(tokens).where(eq(tokens.id, id)).returning({ id: tokens.id });
  return removed.length > 0;
}
