import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { proxy } from "../../proxy.ts";

const ask = (path: string, headers: Record<string, string> = {}) => proxy(new NextRequest(`http://localhost:3000${path}`, { headers }));
const passedOn = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);

test("each page gets a nonce of its own, told to Next and to the browser alike", () => {
  const [one, two] = [ask("/keys"), ask("/keys")];
  const policy = one.headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/^default-src 'none'; script-src 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic'; style-src 'self' 'nonce-/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe/);
  expect(passedOn(one, "content-security-policy")).toBe(policy);
  expect(two.headers.get("content-security-policy")).not.toBe(policy);
});

test("a page learns its own address, without Next's parameter, whatever a client claims", () => {
  expect(passedOn(ask("/keys?state=enabled&_rsc=abc&alias=%7Eprod", { "x-keyatlas-path": "//evil.test" }), "x-keyatlas-path")).toBe(
    "/keys?state=enabled&alias=%7Eprod",
  );
});

test("headers by which Next talks to itself are taken away", () => {
  const response = ask("/api/v1/keys", {
    "x-middleware-subrequest": "middleware",
    "x-invoke-path": "/",
    "x-nonce": "n",
    accept: "a/b",
    authorization: "Bearer x",
  });
  const kept = response.headers.get("x-middleware-override-headers")?.split(",").sort();
  expect(kept).toEqual(["accept", "authorization"]);
});

test("a broken percent-escape in a path is a clean 400", async () => {
  for (const path of ["/api/v1/keys/%E0%A4%A", "/api/v1/keys/%zz", "/accounts/%"]) {
    const response = ask(path);
    expect(response.status, path).toBe(400);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await response.text()).toContain("percent-escape");
  }
  for (const path of ["/api/v1/accounts/a/regions/r/keys/alias%2Fx", "/keys?q=100%"]) expect(ask(path).status, path).toBe(200);
});

test("answers of the API may load nothing, and nothing may frame a page", () => {
  expect(ask("/api/v1/keys").headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
  const names = [
    "x-content-type-options",
    "referrer-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "permissions-policy",
    "x-frame-options",
  ];
  for (const name of names) expect(ask("/keys").headers.has(name), name).toBe(true);
});
