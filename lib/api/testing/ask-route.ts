import { createToken } from "#lib/auth/api-token.ts";
import type { Role } from "#lib/model/scope.ts";
import { SYSTEM_SCOPE } from "#lib/model/system-scope.ts";
import type { RouteHandler } from "../route-rule.ts";

export const bearer = async (role: Role, groups: string[] | null = null): Promise<string> =>
  `Bearer ${(await createToken(SYSTEM_SCOPE, { name: role, role, groups, expiresAt: null })).token}`;

export interface Answer<T> {
  status: number;
  body: T;
  error: { code: string; message: string; field?: string };
  text: string;
}

/** Asks a handler as Next would. A body that is no text is sent as JSON. */
export async function askRoute<T>(
  handlers: object,
  verb: string,
  authorization: string,
  at: { params?: Record<string, string>; search?: string; body?: unknown; type?: string } = {},
): Promise<Answer<T>> {
  const handler = (handlers as Record<string, RouteHandler>)[verb] as RouteHandler;
  const isText = typeof at.body === "string" || at.body instanceof Uint8Array;
  const init = at.body === undefined ? {} : { body: isText ? (at.body as BodyInit) : JSON.stringify(at.body) };
  const headers = { authorization, ...(at.body !== undefined && { "content-type": at.type ?? "application/json" }) };
  const response = await handler(new Request(`http://localhost:3000/api/v1/x${at.search ?? ""}`, { method: verb, headers, ...init }), {
    params: Promise.resolve(at.params ?? {}),
  });
  const text = await response.text();
  const body = text === "" ? undefined : JSON.parse(text);
  return { status: response.status, body: body as T, error: body?.error, text };
}
