import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { clientAddress } from "../auth/client-address.ts";
import { requireScope } from "../auth/require-scope.ts";
import { Refusal } from "../model/refusal.ts";
import { roleAtLeast, type Scope } from "../model/scope.ts";
import { answerError } from "./answer-error.ts";
import { log } from "./log.ts";
import { countRequest } from "./metrics.ts";
import { parseInput, plainQuery, requireCleanEscapes } from "./parse-input.ts";
import { limitActor, limitStranger } from "./rate-limits.ts";
import { isCsv, readJson, readText } from "./read-body.ts";
import { requireSameOrigin } from "./require-same-origin.ts";
import { type KnownRule, MADE_BY, type QueryReader, type RouteHandler, type RouteRule } from "./route-rule.ts";

/** Above the longest query that the grammar takes, below what Node lets in. */
const URL_LIMIT_BYTES = 8192;

/**
 * The only way to make a handler under /api/v1. In this order: who asks (401), how often (429), may they (403), does the write come from
 * our pages (403), are the path (404), query and body (400, 413, 414, 415) in shape; then `handle`, and one shape for answers and errors.
 */
export function defineRoute<P = Record<string, never>, Q = Record<string, never>, B = undefined>(rule: RouteRule<P, Q, B>): RouteHandler {
  const handler: RouteHandler = async (request, context) => {
    const startedMs = performance.now();
    const requestId = randomUUID();
    let scope: Scope | null = null;
    let response: Response;
    try {
      scope = await authenticate(request);
      response = await answer(rule, request, context, scope);
    } catch (error) {
      response = answerError(error, requestId);
    }
    const totalMs = performance.now() - startedMs;
    response.headers.set("x-request-id", requestId);
    if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
    if (response.status === 405 && rule.allow) response.headers.set("allow", rule.allow.join(", "));
    response.headers.set("server-timing", `total;dur=${totalMs.toFixed(1)}`);
    record(rule, request, response.status, scope, requestId, totalMs);
    return response;
  };
  return Object.assign(handler, { [MADE_BY]: rule });
}

const isWrite = (request: Request) => !["GET", "HEAD", "OPTIONS"].includes(request.method);

async function authenticate(request: Request): Promise<Scope> {
  try {
    const scope = await requireScope(request.headers);
    await limitActor(scope.actor.id);
    return scope;
  } catch (error) {
    if (error instanceof Refusal && error.code === "unauthenticated") await limitStranger(clientAddress(request.headers));
    throw error;
  }
}

async function answer<P, Q, B>(rule: RouteRule<P, Q, B>, request: Request, context: Parameters<RouteHandler>[1], scope: Scope): Promise<Response> {
  if (!roleAtLeast(scope.role, rule.role)) throw new Refusal("forbidden", `This needs the role ${rule.role}; yours is ${scope.role}.`);
  if (isWrite(request) && !request.headers.has("authorization")) requireSameOrigin(request.headers);
  const url = new URL(request.url);
  if (url.pathname.length + url.search.length > URL_LIMIT_BYTES) throw new Refusal("uri_too_long", "An address may have at most 8 KB.");
  const result = await rule.handle({
    scope,
    params: await readParams(rule, context),
    query: readQuery(rule, url),
    body: await readBody(rule, request),
    headers: request.headers,
    signal: request.signal,
  });
  if (result instanceof Response) return result;
  return rule.status === 204 ? new Response(null, { status: 204 }) : Response.json(result, { status: rule.status ?? 200 });
}

async function readParams<P>(rule: { params?: z.ZodType<P> }, context: Parameters<RouteHandler>[1]): Promise<P> {
  const given = await context.params;
  if (!rule.params) return {} as P;
  const read = rule.params.safeParse(given);
  if (!read.success) throw new Refusal("not_found", "There is nothing here.");
  return read.data;
}

async function readBody<B>(rule: Pick<RouteRule<never, never, B>, "body" | "csv" | "bodyMayBeEmpty">, request: Request): Promise<B> {
  if (!rule.body) return undefined as B;
  if (rule.csv && isCsv(request.headers)) return rule.csv(await readText(request));
  const takes = rule.csv ? "application/json or text/csv" : "application/json";
  return parseInput(rule.body, (await readJson(request, rule.bodyMayBeEmpty ?? false, takes)) ?? {}, "invalid_body");
}

function readQuery<Q>(rule: { query?: z.ZodType<Q> | QueryReader<Q> }, url: URL): Q {
  requireCleanEscapes(url.search);
  if (rule.query && "read" in rule.query) return rule.query.read(url.searchParams);
  const given = plainQuery(url.searchParams);
  if (rule.query) return parseInput(rule.query, given, "invalid_query");
  const [unknown] = Object.keys(given);
  if (unknown !== undefined) throw new Refusal("invalid_query", `${unknown} is not a parameter of this route.`, unknown);
  return {} as Q;
}

/** Writes and uses of a credential are told at `info`, reads at `debug`; the audit log itself will read the same event. */
function record(rule: KnownRule, request: Request, status: number, scope: Scope | null, requestId: string, ms: number): void {
  countRequest(rule.audit, status, ms / 1000);
  const { pathname, searchParams } = new URL(request.url);
  const usesCredential = rule.usesCredential === "always" || (rule.usesCredential === "when-live" && searchParams.get("live") === "true");
  const isTold = usesCredential || isWrite(request);
  const line = {
    event: rule.audit,
    status,
    actor: scope?.actor ?? null,
    role: scope?.role ?? null,
    method: request.method,
    path: pathname,
    requestId,
    ms: Math.round(ms),
  };
  log[isTold ? "info" : "debug"](line, "request");
}
