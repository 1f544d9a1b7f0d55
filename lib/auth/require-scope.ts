import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import { readSession } from "./session.ts";
import { sessionIdOf } from "./session-cookie.ts";
import { readToken } from "./api-token.ts";

/**
 * Who asks, from the headers of a request: a Bearer token, or else the session cookie.
 * Throws a Refusal `unauthenticated`. A bad token is not made good by a cookie beside it.
 */
export async function requireScope(headers: Headers): Promise<Scope> {
  const authorization = headers.get("authorization");
  if (authorization !== null) return readToken(/^Bearer ([!-~]+)$/i.exec(authorization)?.[1] ?? "");
  const sessionId = sessionIdOf(headers.get("cookie"));
  if (sessionId === null) throw new Refusal("unauthenticated", "Sign in, or send an API token: Authorization: Bearer kat_…");
  return (await readSession(sessionId)).scope;
}
