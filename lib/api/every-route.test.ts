import { readdir } from "node:fs/promises";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createToken } from "../auth/api-token.ts";
import { ROLES } from "../model/scope.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { type RouteHandler, ruleOfRoute } from "./route-rule.ts";
import { describeApi } from "./describe-api.ts";

useTestDatabase();

const ROOT = path.resolve(import.meta.dirname, "../../app/api/v1");
const VERBS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
const files = (await readdir(ROOT, { recursive: true })).filter((file) => path.basename(file) === "route.ts").sort();

// Prometheus looks for its route outside /api/v1; it is guarded as those within.
describe.each([...files, "../../metrics/route.ts"])("%s", (file) => {
  let exported: Record<string, RouteHandler>;
  let viewer: string;
  beforeAll(async () => {
    exported = await import(path.join(ROOT, file));
  });
  beforeEach(async () => {
    const scope = { actor: { kind: "system", id: "test", name: "test" }, role: "owner", groups: "all" } as const;
    viewer = (await createToken(scope, { name: "v", role: "viewer", groups: null, expiresAt: null })).token;
  });
  const ask = async (verb: string, headers: Record<string, string>) => {
    const params = Object.fromEntries([...file.matchAll(/\[(\w+)\]/g)].map(([, name]) => [name, "000000000000"]));
    const handler = exported[verb] as RouteHandler;
    const response = await handler(new Request(`http://localhost:3000/api/v1/${file}`, { method: verb, headers }), { params: Promise.resolve(params) });
    const { error } = (await response.json()) as { error: { code: string } };
    return [response.status, error.code];
  };

  // Nothing else: what Next reads beside handlers could cache a route or move it to another runtime.
  test("answers every verb, each by a handler of defineRoute, and exports nothing else", () => {
    expect(Object.keys(exported).sort()).toEqual([...VERBS].sort());
    for (const verb of VERBS) expect(ruleOfRoute(exported[verb]), verb).not.toBeNull();
  });

  test("tells a stranger nothing but 401", async () => {
    for (const verb of VERBS) {
      expect(await ask(verb, {}), verb).toEqual([401, "unauthenticated"]);
      expect(await ask(verb, { authorization: `Bearer kat_${"x".repeat(43)}` }), verb).toEqual([401, "unauthenticated"]);
      expect(await ask(verb, { cookie: `keyatlas-session=${"x".repeat(43)}` }), verb).toEqual([401, "unauthenticated"]);
    }
  });

  test("refuses a viewer where its rule asks for more", async () => {
    for (const verb of VERBS) {
      const { role = "owner" } = ruleOfRoute(exported[verb]) ?? {};
      if (ROLES.indexOf(role) > 0) expect(await ask(verb, { authorization: `Bearer ${viewer}` }), verb).toEqual([403, "forbidden"]);
    }
  });
});

test("the description names every route, and its JSON schemas can be made", async () => {
  const { ROUTES } = await import(path.join(ROOT, "routes.ts"));
  const inFolders = files
    .map((file) => `/${path.dirname(file)}`.replaceAll("[", "{").replaceAll("]", "}"))
    .filter((route) => !["/openapi.json", "/{{...rest}}"].includes(route));
  expect(Object.keys(ROUTES).sort()).toEqual(inFolders.sort());
  const { paths } = describeApi(ROUTES);
  const created = paths["/accounts"]?.post?.requestBody?.content["application/json"].schema;
  expect(created?.required).toEqual(["cloud", "name", "regions", "credential"]);
  expect(paths["/accounts/{id}/regions/{region}/keys/{keyId}"]?.get?.parameters.map(({ name }) => name)).toEqual(["id", "region", "keyId", "project"]);
  expect(Object.keys(paths["/accounts/import"]?.post?.requestBody?.content ?? {})).toEqual(["application/json", "text/csv"]);
  expect(paths["/preferences"]?.put?.requestBody?.content["application/json"].schema.properties).toHaveProperty("timeZone");
  for (const methods of Object.values(paths)) for (const operation of Object.values(methods)) expect(operation.operationId).toMatch(/^\w+\.[\w-]+$/);
});

test("the roles of writes and of what shows credentials' facts are those of the contract", async () => {
  const told: Record<string, string> = {};
  for (const file of files) {
    const exported: Record<string, unknown> = await import(path.join(ROOT, file));
    for (const verb of VERBS) {
      const rule = ruleOfRoute(exported[verb]);
      if (rule && rule.role !== "viewer") told[`${verb} /${path.dirname(file)}`] = rule.role;
    }
  }
  expect(told).toEqual({
    "POST /accounts": "operator",
    "POST /accounts/import": "operator",
    "PATCH /accounts/[id]": "operator",
    "DELETE /accounts/[id]": "operator",
    "POST /accounts/[id]/check": "operator",
    "GET /keys/[ref]/history": "auditor",
    "GET /keys/export": "auditor",
    "POST /sync": "operator",
    "GET /tokens": "owner",
    "POST /tokens": "owner",
    "DELETE /tokens/[id]": "owner",
  });
});
