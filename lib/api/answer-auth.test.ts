import { expect, test } from "vitest";
import { createUser } from "../auth/create-user.ts";
import { openSession, readSession } from "../auth/session.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { answerAuth } from "./answer-auth.ts";

useTestDatabase();

async function refusal(method: "GET" | "POST", action: string, options: { search?: string; headers?: Record<string, string>; body?: string } = {}) {
  const request = new Request(`http://localhost:3000/api/auth/${action}${options.search ?? ""}`, {
    method,
    headers: { host: "localhost:3000", "content-type": "application/x-www-form-urlencoded", ...options.headers },
    ...(options.body !== undefined && { body: options.body }),
  });
  const response = await answerAuth(request, { params: Promise.resolve({ nextauth: action.split("/") }) });
  return [response.status, ((await response.json()) as { error: { code: string } }).error.code];
}

test.each(["%E0%A4%A", "https%3A%2F%2Fevil.test%2F", "http://localhost:3000.evil.test/", "//evil.test", "/\\evil.test", "http://"])(
  "callbackUrl=%s is 400 wherever it stands",
  async (url) => {
    expect(await refusal("GET", "csrf", { search: `?callbackUrl=${url}` })).toEqual([400, "invalid_query"]);
    expect(await refusal("POST", "callback/credentials", { body: `callbackUrl=${url}` })).toEqual([400, "invalid_query"]);
    expect(await refusal("GET", "session", { headers: { cookie: `a=b; keyatlas-callback=${url}` } })).toEqual([400, "invalid_query"]);
  },
);

test("doors that we do not use stay shut", async () => {
  for (const [method, action] of [
    ["POST", "_log"],
    ["POST", "session"],
    ["GET", "callback/credentials"],
    ["GET", "callback/google"],
    ["GET", "verify-request"],
    ["POST", "signin/email"],
  ] as const) {
    expect(await refusal(method, action, method === "POST" ? { body: "" } : {}), action).toEqual([404, "not_found"]);
  }
});

test("a foreign page cannot sign anyone in or out, nor a flood of bytes get in", async () => {
  const sessionId = await openSession((await createUser({ email: "a@x.org", role: "viewer", groups: null, password: "a long enough password" })).id);
  const cookie = `keyatlas-session=${sessionId}`;
  for (const [name, value] of [
    ["origin", "http://evil.test"],
    ["origin", "null"],
    ["sec-fetch-site", "cross-site"],
    ["sec-fetch-site", "same-site"],
  ] as const) {
    expect(await refusal("POST", "signout", { headers: { cookie, [name]: value }, body: "" })).toEqual([403, "bad_origin"]);
  }
  await readSession(sessionId);
  expect(await refusal("POST", "callback/credentials", { body: "x".repeat(70_000) })).toEqual([413, "body_too_large"]);
  expect(await refusal("POST", "signout", { headers: { "content-type": "application/json" }, body: "{" })).toEqual([400, "malformed_json"]);
});
