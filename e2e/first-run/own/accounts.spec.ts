import type { SourceRow } from "#lib/model/source.ts";
import { expect, test } from "../../fixtures/api.ts";
import { demoAccount, strike } from "../../fixtures/demo-account.ts";

test("an account is connected, read, refused a second time, and removed with its keys", async ({ api }) => {
  const body = { ...demoAccount("Data lake"), name: "Lake", regions: ["cn-beijing"] };
  const created = await api.send("POST", "/accounts", body);
  expect(created.status(), await created.text()).toBe(201);
  const account = await created.json();
  expect(JSON.stringify(account)).not.toContain(body.credential.accessKeySecret);
  const read = async () => (await api.keys(`?account=${account.id}`)).coverage.read;
  await expect.poll(read, { timeout: 30_000 }).toBe(1);
  expect((await api.keys(`?account=${account.id}`)).total).toBeGreaterThan(20);

  const again = await api.send("POST", "/accounts", { ...body, name: "Lake again" });
  expect(again.status()).toBe(409);
  expect((await again.json()).error.code).toBe("already_connected");

  const heal = await strike({ account: "Data lake", region: "cn-beijing", fault: { kind: "deny" } });
  expect((await api.send("POST", "/sync", { account: account.id })).status()).toBe(202);
  const stale = async () => (await api.keys(`?account=${account.id}`)).coverage;
  await expect.poll(async () => (await stale()).stale, { timeout: 30_000 }).toBe(1);
  await heal();
  expect((await stale()).complete).toBe(false);
  expect((await stale()).problems[0]).toMatchObject({ region: "cn-beijing", requestId: expect.stringMatching(/\S/) });
  expect((await api.keys(`?account=${account.id}`)).total).toBeGreaterThan(20);

  expect((await api.send("DELETE", `/accounts/${account.id}`)).status()).toBe(204);
  const { rows }: { rows: SourceRow[] } = await (await api.get("/sources")).json();
  expect(rows.filter((row) => row.account.id === account.id)).toEqual([]);
});

test("a credential goes nowhere that the operator did not allow", async ({ api }) => {
  const body = { ...demoAccount("Data lake"), name: "Astray", endpoints: { kms: "http://127.0.0.1:9/{region}", sts: "http://127.0.0.1:9/sts" } };
  const answer = await api.send("POST", "/accounts", body);
  expect(answer.status()).toBe(400);
  expect((await answer.json()).error.code).toBe("endpoint_not_allowed");
});
