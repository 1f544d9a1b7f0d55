import { env } from "../env.ts";

/** Secure cookies need https; `__Host-` then binds them to this host and to the path `/`. */
export const hasSecureCookies = () => env().url.startsWith("https:");
export const sessionCookieName = () => (hasSecureCookies() ? "__Host-keyatlas-session" : "keyatlas-session");

/** The session id of a Cookie header, or null. Anything that is not 43 characters of base64url is no id of ours. */
export function sessionIdOf(cookieHeader: string | null): string | null {
  const name = sessionCookieName();
  for (const part of (cookieHeader ?? "").split(";")) {
    const [given = "", value = ""] = part.split("=", 2).map((text) => text.trim());
    if (given === name && /^[A-Za-z0-9_-]{43}$/.test(value)) return value;
  }
  return null;
}
