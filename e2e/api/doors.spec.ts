import { expect, test } from "../fixtures/api.ts";

test("without a token nothing is told", async ({ request }) => {
  for (const path of ["keys", "accounts", "sources", "sync", "keys/3k9f2m8x7abc"]) {
    const answer = await request.get(`/api/v1/${path}`);
    expect(answer.status(), path).toBe(401);
    expect((await answer.json()).error).toMatchObject({ code: "unauthenticated", requestId: expect.any(String) });
  }
});

test("a token that is none of ours is refused", async ({ request }) => {
  const answer = await request.get("/api/v1/keys", { headers: { authorization: `Bearer kat_${"x".repeat(43)}` } });
  expect(answer.status()).toBe(401);
});

const WRONG = [
  ["colour=red", "colour"],
  ["state=enabled&state=disabled", "state"],
  ["cloud=nowhere", "cloud"],
  ["created=yesterday..", "created"],
  ["size=37", "size"],
  ["page=0", "page"],
  ["sort=tag", "sort"],
  ["cursor=none-of-yours", "cursor"],
  ["facets=description", "facets"],
];
for (const [query, field] of WRONG) {
  test(`a bad query is refused by name: ${query}`, async ({ api }) => {
    const answer = await api.get(`/keys?${query}`);
    expect(answer.status()).toBe(400);
    expect((await answer.json()).error).toMatchObject({ code: "invalid_query", field });
  });
}

test("a body that is no JSON, or of another type, is refused", async ({ api, request }) => {
  const answer = await api.get("/keys/zzzzzzzzzzzz");
  expect(answer.status()).toBe(404);
  const foreign = await request.post("/api/v1/accounts", { data: "{", headers: { "content-type": "text/plain" } });
  expect([401, 415]).toContain(foreign.status());
});
