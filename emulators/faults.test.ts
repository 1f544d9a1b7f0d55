import { afterEach, beforeEach, expect, test } from "vitest";
import { type Emulators, startEmulators, type WorldAccount } from "./index.ts";
import { accountNamed, projectNamed } from "./testing/account-named.ts";
import { callAlibaba } from "./testing/call-alibaba.ts";
import { openProject } from "./testing/call-huawei.ts";

let emulators: Emulators;
let payments: WorldAccount;
let faults: Emulators["clouds"]["alibaba"]["faults"];
beforeEach(async () => {
  emulators = await startEmulators({ pageSize: 2 });
  payments = accountNamed(emulators.world, "Payments prod");
  faults = emulators.clouds.alibaba.faults;
});
afterEach(() => emulators.close());

interface Page {
  Keys: { Key: { KeyId: string }[] };
  TotalCount: number;
  PageSize: number;
}
const ask = (action: string, query: Record<string, string> = {}, region = "cn-hangzhou") =>
  callAlibaba({ url: `${emulators.clouds.alibaba.origin}/${region}`, action, query, credential: payments.credential });
const page = async (number: number) => (await ask("ListKeys", { PageSize: "100", PageNumber: String(number) })).body as unknown as Page;
const ids = async (number: number) => (await page(number)).Keys.Key.map((key) => key.KeyId);

test("a page size cap answers less than was asked, and says so", async () => {
  expect(await page(1)).toMatchObject({ PageSize: 2, TotalCount: payments.keys.filter((key) => key.region === "cn-hangzhou").length });
  expect(await ids(1)).toHaveLength(2);
});

test("a rule strikes its operation, region and call only, from the nth on, as often as it says", async () => {
  faults.add({ operation: "ListKeys", region: "cn-hangzhou", nth: 2, times: 2, fault: { kind: "throttle" } });
  const statuses: number[] = [];
  for (let n = 0; n < 5; n++) statuses.push((await ask("ListKeys")).status);
  expect(statuses).toEqual([200, 429, 429, 200, 200]);
  expect((await ask("ListKeys", {}, "cn-shanghai")).status).toBe(200);
  expect(faults.rules()).toEqual([]);
});

test("every way of throttling and of being down has the vendor's body", async () => {
  for (const [form, status] of [
    ["Rejected.Throttling", 429],
    ["Throttling", 400],
    ["Throttling.User", 400],
    ["Throttling.Api", 400],
  ] as const) {
    faults.add({ times: 1, fault: { kind: "throttle", form } });
    expect(await ask("ListKeys")).toMatchObject({ status, body: { Code: form } });
  }
  for (const [form, status] of [
    ["ServiceUnavailable", 503],
    ["InternalFailure", 500],
    ["SerivceUnavailableTemporary", 503],
  ] as const) {
    faults.add({ times: 1, fault: { kind: "unavailable", form } });
    expect(await ask("ListKeys")).toMatchObject({ status, body: { Code: form } });
  }
});

test("one action or one key can be denied", async () => {
  const [first, second] = payments.keys.filter((key) => key.region === "cn-hangzhou");
  faults.add({ operation: "DescribeKey", keyId: first?.keyId, fault: { kind: "deny" } });
  expect(await ask("DescribeKey", { KeyId: first?.keyId ?? "" })).toMatchObject({ status: 403, body: { Code: "Forbidden.NoPermission" } });
  expect((await ask("DescribeKey", { KeyId: second?.keyId ?? "" })).status).toBe(200);
});

test("a page is dropped or repeated, and a total lies", async () => {
  const first = await ids(1);
  faults.add({ operation: "ListKeys", page: "2", times: 1, fault: { kind: "drop-page" } });
  expect(await ids(2)).toEqual([]);
  faults.add({ operation: "ListKeys", page: "2", times: 1, fault: { kind: "repeat-page" } });
  expect(await ids(2)).toEqual(first);
  faults.add({ times: 1, fault: { kind: "claim", total: 7 } });
  expect((await page(1)).TotalCount).toBe(7);
});

test("a key comes or goes between two pages", async () => {
  const [one, two] = await ids(1);
  faults.add({ page: "2", times: 1, fault: { kind: "insert-key" } });
  expect((await ids(2))[0]).toBe(two);
  faults.add({ page: "1", times: 1, fault: { kind: "delete-key", keyId: one } });
  expect(await ids(1)).not.toContain(one);
});

test("answers that are no answers: HTML, nothing, cut, redirected, reset, odd", async () => {
  faults.add({ times: 1, fault: { kind: "html" } });
  expect(await ask("ListKeys")).toMatchObject({ status: 200, body: { text: expect.stringContaining("<h1>") } });
  faults.add({ times: 1, fault: { kind: "empty" } });
  expect(await ask("ListKeys")).toMatchObject({ status: 200, body: { text: "" } });
  faults.add({ times: 1, fault: { kind: "cut" } });
  expect((await ask("ListKeys")).body.text).toMatch(/^\{"PageNumber"/);
  faults.add({ times: 1, fault: { kind: "redirect", location: "http://127.0.0.1:9/" } });
  expect(await ask("ListKeys")).toMatchObject({ status: 302 });
  faults.add({ times: 1, fault: { kind: "flat" } });
  expect((await ask("ListKeys")).body.Keys).toHaveLength(2);
  faults.add({ times: 1, fault: { kind: "rewrite", rewrite: (body) => ({ ...body, Keys: null }) } });
  expect((await ask("ListKeys")).body.Keys).toBeNull();
  faults.add({ times: 1, fault: { kind: "answer", status: 404, body: "{}" } });
  expect((await ask("ListKeys")).status).toBe(404);
  faults.add({ times: 1, fault: { kind: "reset" } });
  await expect(ask("ListKeys")).rejects.toThrow("fetch failed");
});

test("a hanging call ends when the cloud is closed", async () => {
  faults.add({ times: 1, fault: { kind: "hang" } });
  const hanging = ask("ListKeys");
  const outcome = expect(hanging).rejects.toThrow("fetch failed");
  while (emulators.clouds.alibaba.calls.of("ListKeys").length === 0) await new Promise(setImmediate);
  await emulators.close();
  await outcome;
  emulators = await startEmulators();
});

test("an expired token stays expired at Huawei", async () => {
  const core = accountNamed(emulators.world, "Core infra");
  const call = await openProject(emulators.clouds.huawei, core, projectNamed(core, "cn-north-4"));
  emulators.clouds.huawei.faults.add({ operation: "list-keys", times: 1, fault: { kind: "expire-token", form: "APIGW.0301" } });
  expect(await call("list-keys", {})).toMatchObject({ status: 401, body: { error_code: "APIGW.0301" } });
  expect(await call("list-keys", {})).toMatchObject({ status: 403, body: { error: { error_code: "KMS.0303" } } });
});

test("Huawei's pages are dropped, repeated and lied about too", async () => {
  const core = accountNamed(emulators.world, "Core infra");
  const call = await openProject(emulators.clouds.huawei, core, projectNamed(core, "cn-north-4"));
  const list = async () => (await call("list-keys", { limit: "2000", marker: "2", key_spec: "ALL" })).body;
  const { faults: script } = emulators.clouds.huawei;
  script.add({ page: "2", times: 1, fault: { kind: "drop-page" } });
  expect(await list()).toMatchObject({ keys: [], truncated: "true" });
  script.add({ page: "2", times: 1, fault: { kind: "repeat-page" } });
  expect(await list()).toMatchObject({ next_marker: "2" });
  script.add({ times: 1, fault: { kind: "claim", total: 3 } });
  expect(await list()).toMatchObject({ total: 3 });
  script.add({ times: 1, fault: { kind: "throttle" } });
  expect(await call("list-keys", {})).toMatchObject({ status: 429, body: { error_code: "APIGW.0308" } });
});

test("calls are logged with who asked for what and how it ended", async () => {
  await ask("ListKeys", { PageNumber: "3" });
  faults.add({ times: 1, fault: { kind: "deny" } });
  await ask("DescribeKey", { KeyId: "k" });
  expect(emulators.clouds.alibaba.calls.all()).toMatchObject([
    { operation: "ListKeys", region: "cn-hangzhou", account: "Payments prod", page: "3", status: 200, faults: [] },
    { operation: "DescribeKey", keyId: "k", status: 403, faults: ["deny"] },
  ]);
});
