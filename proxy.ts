import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "#lib/env.ts";

/**
 * Headers, the nonce and malformed paths. Never the guard: who may see what is decided where it is read (`defineRoute`, `pageScope`).
 * A bad percent-escape on a dynamic route would be a 500 before any handler.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = new URL(request.url);
  const isApi = pathname === "/api" || pathname.startsWith("/api/");
  if (!isWellEscaped(pathname)) return hardened(malformed(isApi), API_POLICY);
  const headers = withoutInternals(request.headers);
  if (isApi) return hardened(NextResponse.next({ request: { headers } }), API_POLICY);
  const policy = pagePolicy(randomBytes(16).toString("base64"));
  // Next reads the nonce for its own scripts from this request header.
  headers.set("content-security-policy", policy);
  headers.set("x-keyatlas-path", pathname + withoutRsc(search));
  return hardened(NextResponse.next({ request: { headers } }), policy);
}

/** Everything but the built files, which are immutable and carry no data. */
export const config = { matcher: ["/((?!_next/static/).*)"] };

const API_POLICY = "default-src 'none'; frame-ancestors 'none'";

function pagePolicy(nonce: string): string {
  const forDevelopment = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${forDevelopment}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
  ].join("; ");
}

function isWellEscaped(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

function malformed(isApi: boolean): NextResponse {
  const message = "The address holds a broken percent-escape.";
  const requestId = crypto.randomUUID();
  if (isApi) return NextResponse.json({ error: { code: "invalid_query", message, requestId } }, { status: 400 });
  return new NextResponse(`${message}\n`, { status: 400, headers: { "content-type": "text/plain; charset=utf-8" } });
}

/** Headers by which Next talks to itself: from outside they have led around middleware before (CVE-2025-29927). */
function withoutInternals(given: Headers): Headers {
  const headers = new Headers(given);
  for (const name of [...headers.keys()]) {
    if (/^(x-middleware-|x-invoke-|x-matched-path$|x-keyatlas-|x-nonce$|content-security-policy)/.test(name)) headers.delete(name);
  }
  return headers;
}

/** Next's own parameter of a client-side navigation is no part of the page's address. */
function withoutRsc(search: string): string {
  const rest = search
    .slice(1)
    .split("&")
    .filter((part) => part !== "" && !/^_rsc(=|$)/.test(part));
  return rest.length === 0 ? "" : `?${rest.join("&")}`;
}

function hardened(response: NextResponse, policy: string): NextResponse {
  const set = response.headers;
  set.set("content-security-policy", policy);
  set.set("x-content-type-options", "nosniff");
  // Not `no-referrer`: that would make the Origin of a plain form post "null".
  set.set("referrer-policy", "same-origin");
  set.set("cross-origin-opener-policy", "same-origin");
  set.set("cross-origin-resource-policy", "same-origin");
  set.set("x-frame-options", "DENY");
  set.set("permissions-policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
  if (env().url.startsWith("https:")) set.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  return response;
}
