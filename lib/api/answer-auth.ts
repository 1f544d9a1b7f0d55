import { randomUUID } from "node:crypto";
import NextAuth from "next-auth";
import { NextRequest } from "next/server";
import { authOptions, CALLBACK_COOKIE } from "../auth/auth-options.ts";
import { localPath } from "../auth/local-path.ts";
import { closeSession } from "../auth/session.ts";
import { sessionIdOf } from "../auth/session-cookie.ts";
import { env } from "../env.ts";
import { Refusal } from "../model/refusal.ts";
import { answerError, logUnknown } from "./answer-error.ts";
import { ownOrigins } from "./own-origins.ts";
import { requireCleanEscapes } from "./parse-input.ts";
import { readText } from "./read-body.ts";
import { refuseForeignOrigin } from "./require-same-origin.ts";

/** The doors of next-auth that we use; all others stay shut. */
const OPEN = {
  GET: ["csrf", "session", "providers", "signin", "signin/credentials", "signout", "error"],
  POST: ["callback/credentials", "signin/credentials", "signout"],
} as const;

export interface AuthContext {
  params: Promise<{ nextauth: string[] }>;
}

/**
 * Hands a request of /api/auth to next-auth once it is in shape. next-auth 4.24 answers a broken escape or an unparsable callbackUrl
 * with 500, and would follow a foreign one as far as its cookie: both are 400 here. Signing out removes the session's row first.
 */
export async function answerAuth(request: Request, context: AuthContext): Promise<Response> {
  const requestId = randomUUID();
  try {
    const action = (await context.params).nextauth.join("/");
    const open: readonly string[] = request.method === "POST" ? OPEN.POST : OPEN.GET;
    if (!open.includes(action)) throw new Refusal("not_found", "There is nothing here.");
    if (request.method === "POST") refuseForeignOrigin(request.headers);
    const body = request.method === "POST" ? await readText(request) : "";
    requireLocalCallback(request, body);
    if (request.method === "POST" && action === "signout") await endSession(request);
    return await askNextAuth(request, context, body, requestId);
  } catch (error) {
    return answerError(error, requestId);
  }
}

/** Throws a Refusal when a callbackUrl, in the query, the body or the cookie, leads anywhere but to our own pages. */
function requireLocalCallback(request: Request, body: string): void {
  const { search, searchParams } = new URL(request.url);
  requireCleanEscapes(search);
  const isJson = request.headers.get("content-type")?.includes("application/json") ?? false;
  const cookie = new RegExp(`(?:^|;\\s*)${CALLBACK_COOKIE}=([^;]*)`).exec(request.headers.get("cookie") ?? "")?.[1];
  requireCleanEscapes(isJson ? "" : body);
  requireCleanEscapes(cookie ?? "");
  const given = [...searchParams.getAll("callbackUrl"), ...(isJson ? jsonCallback(body) : new URLSearchParams(body).getAll("callbackUrl"))];
  if (cookie !== undefined && cookie !== "") given.push(decodeURIComponent(cookie));
  const origins = ownOrigins(request.headers);
  if (given.every((url) => localPath(url, origins) !== null)) return;
  throw new Refusal("invalid_query", "callbackUrl must lead to a page of this Keyatlas.", "callbackUrl");
}

function jsonCallback(body: string): string[] {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== "object" || parsed === null) throw new SyntaxError("not an object");
    return "callbackUrl" in parsed ? [String(parsed.callbackUrl)] : [];
  } catch {
    throw new Refusal("malformed_json", "The body is not a JSON object.");
  }
}

async function endSession(request: Request): Promise<void> {
  const sessionId = sessionIdOf(request.headers.get("cookie"));
  if (sessionId !== null) await closeSession(sessionId);
}

async function askNextAuth(request: Request, context: AuthContext, body: string, requestId: string): Promise<Response> {
  const ownUrl = new URL(env().url).origin;
  process.env.NEXTAUTH_URL = ownUrl;
  const init = request.method === "POST" ? { body } : {};
  const inner = new NextRequest(request.url, { method: request.method, headers: request.headers, ...init });
  const options = await authOptions(ownOrigins(request.headers), (error) => logUnknown(error, { requestId }));
  const response: Response = await NextAuth(inner, context, options);
  // Relative, so that whatever name the browser knows us by stays.
  const location = response.headers.get("location");
  if (location?.startsWith(`${ownUrl}/`)) response.headers.set("location", location.slice(ownUrl.length));
  response.headers.set("cache-control", "no-store");
  response.headers.set("x-request-id", requestId);
  return response;
}
