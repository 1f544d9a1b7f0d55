import { asc, eq, sql } from "drizzle-orm";
import type { Role } from "../model/scope.ts";
import { database, withTransaction } from "./database.ts";
import { forgetActor } from "./forget-actor.ts";
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

/** Removes a token with what it kept for itself; false when there is no such token. */
export function removeToken(id: string): Promise<boolean> {
  return withTransaction(async (tx) => {
    const removed = await tx.delete(tokens).where(eq(tokens.id, id)).returning({ id: tokens.id });
    if (removed.length > 0) await forgetActor(tx, id);
    return removed.length > 0;
  });
}
