import { ROUTES } from "#app/api/v1/routes.ts";
import type { RouteHandler } from "#lib/api/route-rule.ts";
import { createToken } from "#lib/auth/api-token.ts";
import { SYSTEM_SCOPE } from "#lib/model/system-scope.ts";

export interface Api {
  /** `GET /keys?state=enabled`: path (ids and all), query and body as a program sends them. */
  ask<T>(call: string, body?: unknown): Promise<{ status: number; body: T }>;
  /** Every answer so far, head and body. */
  said: string[];
}

/** The API as an owner's token reaches it: the routes' own handlers, without a socket. */
export async function openApi(): Promise<Api> {
  const { token } = await createToken(SYSTEM_SCOPE, { name: "traps", role: "owner", groups: null, expiresAt: null });
  const said: string[] = [];
  return {
    said,
    async ask(call, body) {
      const [verb = "", target = ""] = call.split(" ");
      const url = new URL(`http://localhost:3000/api/v1${target}`);
      const { handler, params } = routeOf(verb, url.pathname.slice("/api/v1".length));
      const headers = { authorization: `Bearer ${token}`, ...(body !== undefined && { "content-type": "application/json" }) };
      const init = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await handler(new Request(url, { method: verb, headers, ...init }), { params: Promise.resolve(params) });
      const text = await response.text();
      said.push(JSON.stringify([...response.headers]) + text);
      return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
    },
  };
}

function routeOf(verb: string, path: string): { handler: RouteHandler; params: Record<string, string> } {
  for (const [route, verbs] of Object.entries<Partial<Record<string, unknown>>>(ROUTES)) {
    const match = new RegExp(`^${route.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`).exec(path);
    if (!match) continue;
    const params = Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]));
    return { handler: verbs[verb] as RouteHandler, params };
  }
  throw new Error(`no route for ${verb} ${path}`);
}
