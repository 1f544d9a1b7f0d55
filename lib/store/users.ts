import { and, eq, isNull, lte, ne, or, sql } from "drizzle-orm";
import type { Role } from "../model/scope.ts";
import { database } from "./database.ts";
import { users } from "./schema.ts";

export interface User {
  id: string;
  /** Canonical: trimmed, NFKC, lower-case. */
  email: string;
  name: string;
  role: Role;
  /** null = all account groups. */
  groups: string[] | null;
  disabled: boolean;
  createdAt: string;
}

const PUBLIC = {
  id: users.id,
  email: users.email,
  name: users.name,
  role: sql<Role>`${users.role}`,
  groups: users.groups,
  disabled: users.disabled,
  createdAt: users.createdAt,
};

export async function countUsers(): Promise<number> {
  return database().$count(users);
}

/** Adds a user; undefined when the e-mail is taken. */
export async function addUser(user: User & { passwordHash: string | null }): Promise<User | undefined> {
  const [added] = await database().insert(users).values(user).onConflictDoNothing({ target: users.email }).returning(PUBLIC);
  return added;
}

export async function findUserByEmail(email: string): Promise<User | undefined> {
  const [user] = await database().select(PUBLIC).from(users).where(eq(users.email, email));
  return user;
}

/** Sets some columns; false when there is no such user. */
export async function updateUser(id: string, set: Partial<Pick<User, "name" | "role" | "groups" | "disabled">> & { passwordHash?: string }): Promise<boolean> {
  const changed = await database().update(users).set(set).where(eq(users.id, id)).returning({ id: users.id });
  return changed.length > 0;
}

export interface Attempt {
  user: User;
  passwordHash: string | null;
}

/**
 * Counts a sign-in attempt before it is judged and sets the pause after it, in one statement, so that a hundred at once are a hundred;
 * undefined when the user is unknown or has to wait. From the `firstPaused`-th failure in a row on, the pause is 1 s, 2 s, 4 s … `longestSeconds`.
 * A pause that ended over an hour ago starts the count anew.
 */
export async function beginAttempt(email: string, now: string, pause: { firstPaused: number; longestSeconds: number }): Promise<Attempt | undefined> {
  const open = and(eq(users.email, email), or(isNull(users.blockedUntil), lte(users.blockedUntil, now)));
  const counted = sql<number>`CASE WHEN ${users.blockedUntil} < ${now}::timestamptz - interval '1 hour' THEN 1 ELSE ${users.failures} + 1 END`;
  const seconds = sql`LEAST(${pause.longestSeconds}::float8, power(2::float8, LEAST(${counted} - ${pause.firstPaused}::int, 30)))`;
  const until = sql<string>`CASE WHEN ${counted} >= ${pause.firstPaused}::int THEN ${now}::timestamptz + ${seconds} * interval '1 second' END`;
  const [row] = await database()
    .update(users)
    .set({ failures: counted, blockedUntil: until })
    .where(open)
    .returning({ ...PUBLIC, passwordHash: users.passwordHash });
  if (!row) return undefined;
  const { passwordHash, ...user } = row;
  return { user, passwordHash };
}

/** Forgets the failures after a success. */
export async function clearAttempts(id: string): Promise<void> {
  await database().update(users).set({ failures: 0, blockedUntil: null }).where(eq(users.id, id));
}

/** Disables a user in one statement; false, and nothing changed, when no other owner who can sign in would be left. */
export async function disableUnlessLastOwner(id: string): Promise<boolean> {
  const others = sql`EXISTS (SELECT 1 FROM ${users} AS other WHERE other.id <> ${id} AND other.role = 'owner' AND NOT other.disabled)`;
  const disabled = await database()
    .update(users)
    .set({ disabled: true })
    .where(and(eq(users.id, id), or(ne(users.role, "owner"), others)))
    .returning({ id: users.id });
  return disabled.length > 0;
}
