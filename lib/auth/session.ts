import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import { addSession, findSession, removeSession, type Session, touchSession } from "../store/sessions.ts";
import { randomSecret, secretHash } from "./secret-hash.ts";
import { shareLookups } from "./share-lookups.ts";

const HOUR_MS = 3_600_000;
/** A session ends 12 hours after sign-in, or after 2 hours without a request. */
export const SESSION_SECONDS = 12 * 3600;
const IDLE_MS = 2 * HOUR_MS;
/** `lastSeenAt` is written at most once a minute: a page of many requests costs one write. */
const TOUCH_MS = 60_000;

/** Opens a session and gives the id that the cookie will hold; only its hash is kept. */
export async function openSession(userId: string, now = new Date()): Promise<string> {
  const id = randomSecret();
  const at = now.toISOString();
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000).toISOString();
  await addSession({ idHash: secretHash(id), userId, createdAt: at, lastSeenAt: at, expiresAt });
  return id;
}

const lookUp = shareLookups(findSession);
const hasEnded = (session: Session, nowMs: number) => Date.parse(session.expiresAt) <= nowMs || Date.parse(session.lastSeenAt) <= nowMs - IDLE_MS;

/** Who is behind a session id, looked up anew each time. Throws a Refusal `unauthenticated` when the session has ended in any way. */
export async function readSession(id: string, now = new Date()): Promise<{ scope: Scope; email: string; expiresAt: string }> {
  const idHash = secretHash(id);
  const found = await lookUp(idHash);
  if (!found || found.user.disabled || hasEnded(found.session, now.getTime())) throw new Refusal("unauthenticated", "Your session has ended. Sign in again.");
  const { session, user } = found;
  if (now.getTime() - Date.parse(session.lastSeenAt) > TOUCH_MS) await touchSession(idHash, now.toISOString());
  const scope: Scope = { actor: { kind: "user", id: user.id, name: user.name }, role: user.role, groups: user.groups ?? "all" };
  return { scope, email: user.email, expiresAt: new Date(session.expiresAt).toISOString() };
}

/** Ends a session. It is gone for every process with the next request. */
export const closeSession = (id: string) => removeSession(secretHash(id));
