import { env } from "../env.ts";

/**
 * The origins that our own pages may have for this request: the public address and, on loopback, the Host's own.
 * Any other Host is not believed: it may be a name rebound to us.
 */
export function ownOrigins(headers: Headers): string[] {
  const configured = new URL(env().url).origin;
  const host = headers.get("host")?.toLowerCase() ?? "";
  const isLoopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(host);
  return isLoopback ? [configured, `http://${host}`] : [configured];
}
