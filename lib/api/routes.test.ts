import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Emulators, startEmulators, type WorldAccount } from "#emulators/index.ts";
import { createToken } from "../auth/api-token.ts";
import { forgetEnv } from "../env.ts";
import type { Account } from "../model/account.ts";
import type { KeyRow } from "../model/key.ts";
import type { Role } from "../model/scope.ts";
import { useTestDatabase } from "../store/test-database.ts";
import type { RouteHandler } from "./route-rule.ts";

useTestDatabase();

const ROOT = path.resolve(import.meta.dirname, "../../app/api/v1");
let clouds: Emulators;
let routes: Record<string, Record<string, RouteHandler>>;
let owner: string;
let stranger: string;
/** Every answer of a test, head and body, for the search at its end. */
let said: string[];

beforeAll(async () => {
  clouds = await startEmulators();
  process.env.KEYATLAS_ALLOWED_ENDPOINTS = Object.values(clouds.clouds)
    .map(({ origin }) => origin)
    .join(",");
  forgetEnv();
  routes = (await import(path.join(ROOT, "routes.ts"))).ROUTES;
});
afterAll(() => clouds.close());
beforeEach(async () => {
  said = [];
  owner = await tokenFor("owner", null);
  stranger = await tokenFor("operator", ["nobody's"]);
});

async function tokenFor(role: Role, groups: string[] | null) {
  return (await createToken({ actor: { kind: "system", id: "t", name: "t" }, role: "owner", groups: "all" }, { name: role, role, groups, expiresAt: null }))
    .token;
}

async function ask<T>(verb: string, route: string, at: { params?: Record<string, string>; search?: string; body?: unknown; token?: string } = {}) {
  const url = `http://localhost:3000/api/v1${route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(at.params?.[name] ?? ""))}${at.search ?? ""}`;
  const init = at.body === undefined ? {} : { body: JSON.stringify(at.body) };
  const headers = { authorization: `Bearer ${at.token ?? owner}`, ...(at.body !== undefined && { "content-type": "application/json" }) };
  const handler = routes[route]?.[verb] as RouteHandler;
  const response = await handler(new Request(url, { method: verb, headers, ...init }), { params: Promise.resolve(at.params ?? {}) });
  const text = await response.text();
  said.push(JSON.stringify([...response.headers]) + text);
  return { status: response.status, body: (text === "" ? undefined : JSON.parse(text)) as T };
}

function bodyOf(account: WorldAccount, credential = account.credential) {
  const { cloud, name, groups, cloudAccount: _ours, ...rest } = account;
  return { cloud, name, groups, regions: rest.regions.slice(0, 1), credential, endpoints: clouds.clouds[cloud].endpoints };
}
const worldOf = (cloud: string) => clouds.world.accounts.find((account) => account.cloud === cloud) as WorldAccount;

test.each(["alibaba", "huawei"])("an account at %s: connected, checked, asked through the proxy, removed, and its secret in no answer", async (cloud) => {
  const world = worldOf(cloud);
  const body = bodyOf(world);
  const made = await ask<Account>("POST", "/accounts", { body });
  expect(made).toMatchObject({ status: 201, body: { cloud, name: world.name, credential: { type: world.credential.type } } });
  const params = { id: made.body.id, region: body.regions[0] ?? "" };
  expect((await ask("PATCH", "/accounts/{id}", { params, body: { name: "Renamed" } })).body).toMatchObject({ name: "Renamed", problem: null });
  expect((await ask("POST", "/accounts/{id}/check", { params })).status).toBe(200);
  const page = await ask<{ rows: KeyRow[] }>("GET", "/accounts/{id}/regions/{region}/keys", { params });
  expect(page.body.rows.length).toBeGreaterThan(0);
  const keyId = page.body.rows[0]?.keyId ?? "";
  expect((await ask<KeyRow>("GET", "/accounts/{id}/regions/{region}/keys/{keyId}", { params: { ...params, keyId } })).body).toMatchObject({
    keyId,
    region: params.region,
  });
  const live = await ask<{ rows: KeyRow[]; total: number; plan: unknown[] }>("GET", "/live/keys", { search: `?cloud=${cloud}` });
  expect(live.body.total).toBe(world.keys.filter(({ region }) => region === params.region).length);
  expect((await ask<{ total: number }>("GET", "/keys")).body).toMatchObject({ total: 0, coverage: { complete: false, unread: expect.any(Number) } });
  await ask("POST", "/sync", { body: { account: params.id } });
  for (const route of ["/accounts", "/sources", "/sync", "/tokens"]) expect((await ask("GET", route)).status, route).toBe(200);
  expect((await ask("GET", "/accounts/{id}", { params })).status).toBe(200);
  expect((await ask("DELETE", "/accounts/{id}", { params })).status).toBe(204);
  expect((await ask("GET", "/accounts/{id}", { params })).status).toBe(404);
  expectNoSecret(body.credential);
});

test.each(["alibaba", "huawei"])("a wrong credential at %s is told in the cloud's words, without itself", async (cloud) => {
  const world = worldOf(cloud);
  const secretField = "password" in world.credential ? "password" : "accessKeySecret" in world.credential ? "accessKeySecret" : "secretAccessKey";
  const credential = { ...world.credential, [secretField]: "a-wrong-secret-0123456789" };
  const made = await ask<Account>("POST", "/accounts", { body: bodyOf(world, credential) });
  expect(made).toMatchObject({ status: 201, body: { identity: null, problem: { code: expect.any(String), requestId: expect.any(String) } } });
  const params = { id: made.body.id, region: world.regions[0] ?? "" };
  const { status, body } = await ask<{ error: { code: string; message: string } }>("GET", "/accounts/{id}/regions/{region}/keys", { params });
  expect([status, body.error.code]).toEqual([502, "cloud_auth"]);
  await ask("POST", "/accounts/{id}/check", { params });
  await ask("GET", "/live/keys");
  expectNoSecret(credential);
});

test("what belongs to another group is the same 404 as what is not there", async () => {
  const { body } = await ask<Account>("POST", "/accounts", { body: bodyOf(worldOf("alibaba")) });
  const region = worldOf("alibaba").regions[0] ?? "";
  const asked = [
    ["GET", "/accounts/{id}"],
    ["PATCH", "/accounts/{id}"],
    ["DELETE", "/accounts/{id}"],
    ["POST", "/accounts/{id}/check"],
    ["GET", "/accounts/{id}/regions/{region}/keys"],
    ["GET", "/accounts/{id}/regions/{region}/keys/{keyId}"],
  ] as const;
  for (const [verb, route] of asked) {
    const answers = [];
    for (const id of [body.id, "000000000000"]) {
      const {
        status,
        body: { error },
      } = await ask<{ error: { code: string; message: string } }>(verb, route, {
        params: { id, region, keyId: "k" },
        token: stranger,
        ...(verb === "PATCH" && { body: { name: "Mine" } }),
      });
      answers.push({ status, code: error.code, message: error.message.replaceAll(id, "ID") });
    }
    expect(answers[0], `${verb} ${route}`).toMatchObject({ status: 404, code: "not_found" });
    expect(answers[0]).toEqual(answers[1]);
  }
  expect((await ask<{ rows: [] }>("GET", "/accounts", { token: stranger })).body.rows).toEqual([]);
  expect((await ask<{ rows: [] }>("GET", "/sources", { token: stranger })).body.rows).toEqual([]);
  expect((await ask<{ error: { code: string } }>("POST", "/sync", { token: stranger, body: { account: body.id } })).body.error.code).toBe("not_found");
  expect((await ask("GET", "/accounts/{id}", { params: { id: body.id } })).status).toBe(200);
});

test("an owner of some groups sees and revokes only the tokens within them", async () => {
  const payments = await tokenFor("owner", ["payments"]);
  const [own] = (await ask<{ rows: { id: string }[] }>("GET", "/tokens", { token: payments })).body.rows;
  await tokenFor("viewer", ["payments"]);
  await tokenFor("viewer", ["payments", "platform"]);
  const all = (await ask<{ rows: { id: string; groups: string[] | null }[] }>("GET", "/tokens")).body.rows;
  const seen = (await ask<{ rows: { id: string; groups: string[] | null }[] }>("GET", "/tokens", { token: payments })).body.rows;
  expect(seen.map(({ groups }) => groups)).toEqual([["payments"], ["payments"]]);
  for (const { id } of all) {
    const isSeen = seen.some((token) => token.id === id);
    if (id === own?.id) continue;
    expect((await ask("DELETE", "/tokens/{id}", { params: { id }, token: payments })).status, id).toBe(isSeen ? 204 : 404);
  }
});

/** No secret value in any answer, in any of the spellings it could leave in. The control: what is public does stand there. */
function expectNoSecret(credential: Record<string, string>): void {
  const all = said.join("\n");
  expect(all).toContain(credential.type);
  for (const [name, value] of Object.entries(credential)) {
    if (!/secret|password|token/i.test(name)) continue;
    const bytes = Buffer.from(value);
    for (const spelling of [
      value,
      encodeURIComponent(value),
      bytes.toString("base64").replace(/=+$/, ""),
      bytes.toString("hex"),
      JSON.stringify(value).slice(1, -1),
    ]) {
      expect(all.includes(spelling), `${name} in an answer`).toBe(false);
    }
  }
}
