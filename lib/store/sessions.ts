import { eq, lt, sql } from "drizzle-orm";
import type { Role } from "../model/scope.ts";
import { database } from "./database.ts";
import { sessions, users } from "./schema.ts";
import type { User } from "./users.ts";

export interface Session {
  idHash: string;
  userId: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
}

/** Adds the row, and sweeps out those that have ended. */
export async function addSession(session: Session): Promise<void> {
  await database().delete(sessions).where(lt(sessions.expiresAt, session.createdAt));
  await database().insert(sessions).values(session);
}

/** The session, living or not, and its user as they are now; undefined when it was ended. */
export async function findSession(idHash: string): Promise<{ session: Session; user: Omit<User, "createdAt"> } | undefined> {
  const [row] = await database()
    .select({
      session: sessions,
      user: { id: users.id, email: users.email, name: users.name, role: sql<Role>`${users.role}`, groups: users.groups, disabled: users.disabled },
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.idHash, idHash));
  return row;
}

export async function touchSession(idHash: string, now: string): Promise<void> {
  await database().update(sessions).set({ lastSeenAt: now }).where(eq(sessions.idHash, idHash));
}

export async function removeSession(idHash: string): Promise<void> {
  await database().delete(sessions).where(eq(sessions.idHash, idHash));
}

/** Ends every session of a user: after a new password, a disabling, a new role. */
export async function removeSessionsOf(userId: string): Promise<void> {
  await database().delete(sessions).where(eq(sessions.userId, userId));
}
