import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { Refusal } from "../model/refusal.ts";
import { deriveKey } from "../store/derive-key.ts";
import { clientAddress } from "./client-address.ts";
import { localPath } from "./local-path.ts";
import { openSession, readSession, SESSION_SECONDS } from "./session.ts";
import { hasSecureCookies, sessionCookieName } from "./session-cookie.ts";
import { signIn } from "./sign-in.ts";

/** Names of our own: cookies do not know ports, and another next-auth on this host would set its defaults. */
export const CALLBACK_COOKIE = "keyatlas-callback";

/**
 * next-auth with local users. Its credentials provider allows only JWT sessions, so encode and decode are ours:
 * the cookie holds a random session id and nothing else, and each request looks up its row.
 * `onFailure` is told of what is no refusal, since next-auth would swallow it.
 */
export async function authOptions(origins: readonly string[], onFailure: (error: unknown) => void): Promise<AuthOptions> {
  const cookie = (name: string) => ({ name, options: { httpOnly: true, sameSite: "lax", path: "/", secure: hasSecureCookies() } as const });
  return {
    secret: (await deriveKey("session")).toString("base64"),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    useSecureCookies: hasSecureCookies(),
    logger: {
      // A cookie whose session has ended is no event: next-auth takes it away.
      error: (code, metadata) => {
        const cause = metadata instanceof Error ? metadata : metadata.error;
        if (code !== "JWT_SESSION_ERROR" || cause.message !== "JWT invalid") onFailure(cause);
      },
      warn: () => undefined,
      debug: () => undefined,
    },
    cookies: { sessionToken: cookie(sessionCookieName()), csrfToken: cookie("keyatlas-csrf"), callbackUrl: cookie(CALLBACK_COOKIE) },
    providers: [
      CredentialsProvider({
        credentials: { email: { label: "E-mail", type: "email" }, password: { label: "Password", type: "password" } },
        authorize: (given, request) => authorize(given, new Headers(request.headers as Record<string, string>), onFailure),
      }),
    ],
    jwt: {
      encode: async ({ token }) => String(token?.sessionId),
      decode: async ({ token }) => (token ? decode(token) : null),
    },
    callbacks: {
      jwt: async ({ token, user }) => (user ? { sessionId: await openSession(user.id) } : token),
      session: async ({ token }) => ({ user: { name: token.name, email: token.email }, expires: String(token.expiresAt) }),
      redirect: async ({ url }) => localPath(url, origins) ?? "/",
    },
  };
}

/** next-auth knows a user, null, or an error whose message becomes the `error` parameter of its answer: so no message of ours goes there. */
async function authorize(given: Record<"email" | "password", string> | undefined, headers: Headers, onFailure: (error: unknown) => void) {
  try {
    const user = await signIn({ email: String(given?.email ?? ""), password: String(given?.password ?? ""), address: clientAddress(headers) });
    return { id: user.id, name: user.name, email: user.email };
  } catch (error) {
    if (error instanceof Refusal && error.code === "rate_limited") throw new Error("TooManyAttempts");
    if (error instanceof Refusal) return null;
    onFailure(error);
    throw new Error("Unavailable");
  }
}

async function decode(sessionId: string) {
  try {
    const { scope, email, expiresAt } = await readSession(sessionId);
    return { sessionId, name: scope.actor.name, email, expiresAt };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
