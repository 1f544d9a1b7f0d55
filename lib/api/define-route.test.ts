import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { createToken } from "../auth/api-token.ts";
import { createUser } from "../auth/create-user.ts";
import { openSession } from "../auth/session.ts";
import { CloudError } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import type { Role, Scope } from "../model/scope.ts";
import { closeDatabase, database } from "../store/database.ts";
import { tokens } from "../store/schema.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { defineRoute } from "./define-route.ts";
import type { RouteHandler } from "./route-rule.ts";
import { refuseVerbs } from "./refuse-verbs.ts";

useTestDatabase();

const OWNER: Scope = { actor: { kind: "system", id: "test", name: "test" }, role: "owner", groups: "all" };
const URL_OF_ROUTE = "http://localhost:3000/api/v1/things";
let bearer: Record<Role, string>;
let cookie: string;

beforeEach(async () => {
  const make = async (role: Role) => `Bearer ${(await createToken(OWNER, { name: role, role, groups: null, expiresAt: null })).token}`;
  bearer = { viewer: await make("viewer"), auditor: await make("auditor"), operator: await make("operator"), owner: await make("owner") };
  cookie = `keyatlas-session=${await openSession((await createUser({ email: "a@x.org", role: "operator", groups: null, password: "a long enough password" })).id)}`;
});

const echo = defineRoute({
  summary: "Echo",
  role: "operator",
  audit: "thing.create",
  status: 201,
  body: z.strictObject({ name: z.string().min(1), inner: z.strictObject({ size: z.int() }).optional() }),
  handle: async ({ scope, body }) => ({ by: scope.actor.name, body }),
});
const failing = (error: unknown) => defineRoute({ summary: "Fail", role: "viewer", audit: "thing.fail", handle: async () => Promise.reject(error) });

async function ask(handler: RouteHandler, headers: Record<string, string>, body?: BodyInit | null, url = URL_OF_ROUTE) {
  const init = body === undefined ? {} : { method: "POST", body: body ?? null, duplex: "half" };
  const response = await handler(new Request(url, { headers, ...init }), { params: Promise.resolve({}) });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    error: (JSON.parse(text || "{}") as { error?: { code: string; message: string; field?: string; requestId: string } }).error,
  };
}
const asJson = (headers: Record<string, string>) => ({ "content-type": "application/json", ...headers });
const code = async (...given: Parameters<typeof ask>) => {
  const { status, error } = await ask(...given);
  return [status, error?.code ?? null];
};

test("strangers get 401 before anything else is looked at, the wrong role 403", async () => {
  expect(await code(echo, {}, "{")).toEqual([401, "unauthenticated"]);
  expect(await code(echo, { authorization: "Bearer %" }, "{}")).toEqual([401, "unauthenticated"]);
  expect(await code(echo, { authorization: bearer.viewer.replace("kat_", "kat_x") }, "{}")).toEqual([401, "unauthenticated"]);
  expect(await code(echo, { authorization: bearer.viewer }, "{")).toEqual([403, "forbidden"]);
  expect((await ask(echo, {}, "{}")).headers.get("www-authenticate")).toBe("Bearer");
});

test("an answer carries its request id, its time, and is never stored", async () => {
  const { status, headers, text } = await ask(echo, asJson({ authorization: bearer.operator }), '{"name":"n"}');
  expect([status, JSON.parse(text)]).toEqual([201, { by: "operator", body: { name: "n" } }]);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers.get("server-timing")).toMatch(/^total;dur=\d/);
});

test("a body must be JSON of the right shape, type and size", async () => {
  const auth = { authorization: bearer.operator };
  expect(await code(echo, auth, '{"name":"n"}')).toEqual([415, "unsupported_media_type"]);
  expect(await code(echo, { ...auth, "content-type": "text/plain" }, '{"name":"n"}')).toEqual([415, "unsupported_media_type"]);
  expect(await code(echo, { ...auth, "content-type": "application/json; charset=latin1" }, "{}")).toEqual([415, "unsupported_media_type"]);
  expect(await code(echo, { ...auth, "content-type": "application/json;charset=UTF-8" }, '{"name":"n"}')).toEqual([201, null]);
  expect(await code(echo, asJson(auth), '{"name":')).toEqual([400, "malformed_json"]);
  expect(await code(echo, asJson(auth), "")).toEqual([400, "malformed_json"]);
  expect(await code(echo, asJson(auth), new Uint8Array([0x22, 0xff, 0x22]))).toEqual([400, "invalid_body"]);
  expect((await ask(echo, asJson(auth), '{"name":"n","inner":{"size":"x"}}')).error).toMatchObject({ code: "invalid_body", field: "inner.size" });
  expect((await ask(echo, asJson(auth), '{"name":"n","inner":{"size":1,"more":1}}')).error).toMatchObject({ code: "invalid_body", field: "inner.more" });
  for (const text of ["\\u0000", "a\\u0000b", "\\ud83d"])
    expect((await ask(echo, asJson(auth), `{"name":"${text}"}`)).error).toMatchObject({ code: "invalid_body", field: "name" });
  expect((await ask(echo, asJson(auth), '{"name":"\\ud83d\\ude00"}')).status).toBe(201);
  expect((await ask(echo, asJson(auth), '{"name":"n","__proto__":{"size":1}}')).status).toBe(400);
});

test("the size is counted while it streams in, whatever content-length says", async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled++;
      controller.enqueue(new Uint8Array(16_384).fill(32));
    },
  });
  expect(await code(echo, asJson({ authorization: bearer.operator, "content-length": "2" }), endless)).toEqual([413, "body_too_large"]);
  expect(pulled).toBeLessThan(10);
});

test("a write with a cookie must come from our own pages; with a token from anywhere", async () => {
  const write = (headers: Record<string, string>) => code(echo, asJson(headers), '{"name":"n"}');
  const here = { cookie, host: "localhost:3000" };
  expect(await write(here)).toEqual([403, "bad_origin"]);
  expect(await write({ ...here, origin: "http://evil.example" })).toEqual([403, "bad_origin"]);
  expect(await write({ ...here, origin: "null" })).toEqual([403, "bad_origin"]);
  expect(await write({ ...here, origin: "http://localhost:3001" })).toEqual([403, "bad_origin"]);
  expect(await write({ ...here, "sec-fetch-site": "same-site", origin: "http://localhost:3000" })).toEqual([403, "bad_origin"]);
  expect(await write({ cookie, host: "evil.example:3000", origin: "http://evil.example:3000" })).toEqual([403, "bad_origin"]);
  expect(await write({ ...here, origin: "http://localhost:3000" })).toEqual([201, null]);
  expect(await write({ cookie, host: "127.0.0.1:3999", origin: "http://127.0.0.1:3999" })).toEqual([201, null]);
  expect(await write({ ...here, "sec-fetch-site": "same-origin" })).toEqual([201, null]);
  expect(await write({ authorization: bearer.operator, origin: "http://evil.example" })).toEqual([201, null]);
});

test("the query is strict: unknown, repeated and broken parameters are named", async () => {
  const auth = { authorization: bearer.viewer };
  const plain = defineRoute({
    summary: "Plain",
    role: "viewer",
    audit: "thing.read",
    query: z.strictObject({ live: z.enum(["true", "false"]).optional() }),
    handle: async ({ query }) => query,
  });
  const get = async (search: string) => (await ask(plain, auth, undefined, URL_OF_ROUTE + search)).error;
  expect(await get("?live=true")).toBeUndefined();
  expect(await get("?live=maybe")).toMatchObject({ code: "invalid_query", field: "live" });
  expect(await get("?live=true&live=false")).toMatchObject({ code: "invalid_query", field: "live" });
  expect(await get("?lives=true")).toMatchObject({ code: "invalid_query", field: "lives" });
  expect(await get("?live=%E0%A4%A")).toMatchObject({ code: "invalid_query" });
  expect(await get(`?live=${"x".repeat(9000)}`)).toMatchObject({ code: "uri_too_long" });
});

test("failures keep their code; a cloud's code and request id are told", async () => {
  const auth = { authorization: bearer.viewer };
  expect((await ask(failing(new Refusal("already_connected", "Taken.", "regions")), auth)).error).toMatchObject({
    code: "already_connected",
    message: "Taken.",
    field: "regions",
  });
  const wrapped = new Error("Failed query: … params: secret", { cause: new Refusal("store_unavailable", "Down.") });
  expect(await code(failing(wrapped), auth)).toEqual([503, "store_unavailable"]);
  const denied = new CloudError({
    kind: "forbidden",
    operation: "ListKeys",
    code: "Forbidden.NoPermission",
    message: "not allowed",
    requestId: "R-1",
    advice: "Grant it.",
  });
  const { status, error } = await ask(failing(denied), auth);
  expect([status, error?.code, error?.message]).toEqual([502, "cloud_forbidden", "ListKeys: not allowed (Forbidden.NoPermission, request R-1) Grant it."]);
  const throttled = await ask(failing(new CloudError({ kind: "throttled", operation: "o", code: "c", message: "m" })), auth);
  expect([throttled.status, throttled.headers.get("retry-after")]).toEqual([503, "5"]);
});

test("what we do not know is a bare 500 without a word of its cause", async () => {
  for (const thrown of [new Error("secret-of-ours"), "secret-of-ours", { secret: "secret-of-ours" }, null]) {
    const { status, error, text } = await ask(failing(thrown), { authorization: bearer.viewer });
    expect([status, error?.code]).toEqual([500, "internal"]);
    expect(text).not.toMatch(/secret-of-ours|\.ts|at /);
  }
});

test("other verbs are 405 with the allowed ones", async () => {
  const { PUT, DELETE } = refuseVerbs("GET", "POST");
  for (const handler of [PUT, DELETE]) {
    const { status, headers, error } = await ask(handler, { authorization: bearer.viewer });
    expect([status, error?.code, headers.get("allow")]).toEqual([405, "method_not_allowed", "GET, POST"]);
    expect(await code(handler, {})).toEqual([401, "unauthenticated"]);
  }
});

test("a database that is gone is 503, and comes back", async () => {
  const auth = { authorization: bearer.viewer };
  const { DATABASE_URL, KEYATLAS_DATA } = process.env;
  const { forgetEnv } = await import("../env.ts");
  await closeDatabase();
  Object.assign(process.env, { KEYATLAS_DATA: "/tmp/keyatlas-nowhere", DATABASE_URL: DATABASE_URL ?? "" });
  forgetEnv();
  expect(await code(failing(new Error("x")), auth)).toEqual([503, "store_unavailable"]);
  await closeDatabase();
  Object.assign(process.env, { KEYATLAS_DATA });
  forgetEnv();
  expect(await database().$count(tokens)).toBe(4);
});
