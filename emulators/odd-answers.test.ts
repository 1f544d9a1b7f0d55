import { Agent, request } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Emulators, type Fault, startEmulators, type WorldAccount } from "./index.ts";
import { accountNamed, projectNamed } from "./testing/account-named.ts";
import { callAlibaba } from "./testing/call-alibaba.ts";
import { openProject, signIn } from "./testing/call-huawei.ts";

let emulators: Emulators;
let payments: WorldAccount;
let open: Awaited<ReturnType<typeof openProject>>;
beforeEach(async () => {
  emulators = await startEmulators();
  payments = accountNamed(emulators.world, "Payments prod");
  const core = accountNamed(emulators.world, "Core infra");
  open = await openProject(emulators.clouds.huawei, core, projectNamed(core, "cn-north-4"));
});
afterEach(() => emulators.close());

const ask = (action = "ListKeys", query: Record<string, string> = {}) =>
  callAlibaba({ url: `${emulators.clouds.alibaba.origin}/cn-hangzhou`, action, query, credential: payments.credential });

async function alibaba(fault: Fault, query: Record<string, string> = { PageSize: "2" }, action = "ListKeys") {
  emulators.clouds.alibaba.faults.add({ operation: action, times: 1, fault });
  return ask(action, query);
}
async function huawei(fault: Fault, body: Record<string, unknown> = { limit: "2", key_spec: "ALL" }) {
  emulators.clouds.huawei.faults.add({ operation: "list-keys", times: 1, fault });
  return open("list-keys", body);
}

test("lists are null, missing, empty beside a total, or their only object", async () => {
  expect((await alibaba({ kind: "null-list" })).body.Keys).toEqual({ Key: null });
  expect((await alibaba({ kind: "no-list" })).body.Keys).toEqual({});
  expect((await alibaba({ kind: "empty-list" })).body).toMatchObject({ Keys: { Key: [] }, TotalCount: expect.any(Number) });
  expect((await alibaba({ kind: "single" })).body.Keys).toMatchObject({ Key: { KeyId: expect.any(String) } });
  expect((await huawei({ kind: "null-list" })).body).toMatchObject({ keys: null, key_details: null, truncated: "true" });
  expect((await huawei({ kind: "no-list" })).body).not.toHaveProperty("key_details");
});

test("numbers come as text and text as numbers; member names end in a space", async () => {
  expect((await alibaba({ kind: "strings" })).body).toMatchObject({ PageSize: "2", TotalCount: expect.any(String) });
  const { body } = await huawei({ kind: "numbers" });
  expect(body).toMatchObject({ truncated: true, key_details: [{ key_state: expect.any(Number), creation_date: expect.any(Number) }, {}] });
  expect(((await huawei({ kind: "spaced" })).body.key_details as object[])[0]).toHaveProperty("key_id ");
});

test("totals are negative, text or missing; a page is shorter than asked and says so", async () => {
  expect((await alibaba({ kind: "claim", total: -1 })).body.TotalCount).toBe(-1);
  expect((await huawei({ kind: "claim", total: "7" })).body.total).toBe("7");
  expect((await alibaba({ kind: "no-total" })).body).not.toHaveProperty("TotalCount");
  expect((await alibaba({ kind: "small-page", most: 1 })).body).toMatchObject({ PageSize: 1, Keys: { Key: [{}] } });
  expect((await huawei({ kind: "small-page", most: 1 })).body).toMatchObject({ keys: [expect.any(String)], next_marker: "1" });
});

test("the last page says so by an empty, a null or no token, and markers contradict or repeat", async () => {
  const tags = { RegionId: "cn-hangzhou", ResourceType: "key" };
  expect((await ask("ListTagResources", tags)).body.NextToken).toBe("");
  expect((await alibaba({ kind: "end", as: "null" }, tags, "ListTagResources")).body.NextToken).toBeNull();
  expect((await alibaba({ kind: "end", as: "absent" }, tags, "ListTagResources")).body).not.toHaveProperty("NextToken");
  expect((await huawei({ kind: "contradict", next: "", truncated: "true" })).body).toMatchObject({ next_marker: "", truncated: "true" });
  expect((await huawei({ kind: "contradict", truncated: "false" })).body).toMatchObject({ next_marker: "2", truncated: "false" });
  expect((await huawei({ kind: "contradict", next: "same" }, { limit: "2", marker: "2", key_spec: "ALL" })).body.next_marker).toBe("2");
});

test("any of the vendors' codes can be scripted, also as a success", async () => {
  for (const [code, status] of [
    ["InvalidApi.NotFound", 404],
    ["InvalidProtocol.NeedSsl", 404],
    ["SignatureNonceUsed", 400],
    ["Forbidden.InDebt", 403],
    ["Rejetced.PendingDeletion", 409],
  ] as const)
    expect(await alibaba({ kind: "refuse", code })).toMatchObject({ status, body: { Code: code, RequestId: expect.any(String) } });
  expect(await alibaba({ kind: "refuse", code: "Of.Tomorrow", status: 418 })).toMatchObject({ status: 418, body: { Code: "Of.Tomorrow" } });
  expect(await alibaba({ kind: "refuse", code: "InternalError", status: 500, asSuccess: true })).toMatchObject({
    status: 200,
    body: { Code: "InternalError" },
  });
  expect((await alibaba({ kind: "deny", form: "explicit" })).body).toMatchObject({ AccessDeniedDetail: { NoPermissionType: "ExplicitDeny" } });
  expect((await alibaba({ kind: "deny", form: "Forbidden.RAM" })).body).not.toHaveProperty("AccessDeniedDetail");
  expect(await huawei({ kind: "refuse", code: "KMS.0314" })).toMatchObject({ status: 403, body: { error: { error_code: "KMS.0314" } } });
  expect(await huawei({ kind: "refuse", code: "APIG.0101" })).toMatchObject({ status: 404, body: { error_code: "APIG.0101", request_id: expect.any(String) } });
  expect(await huawei({ kind: "refuse", code: "Unauthorized" })).toMatchObject({ status: 401, body: { error: { code: 401, title: "Unauthorized" } } });
  expect(await huawei({ kind: "unavailable", form: "KMS.5021" })).toMatchObject({ status: 500 });
});

test("a role that may not be assumed is refused in the words of STS", async () => {
  emulators.clouds.alibaba.faults.add({ operation: "AssumeRole", times: 1, fault: { kind: "deny" } });
  const url = `${emulators.clouds.alibaba.origin}/sts`;
  expect(await callAlibaba({ url, action: "AssumeRole", credential: payments.credential })).toMatchObject({
    status: 403,
    body: { Code: "NoPermission", AccessDeniedDetail: { AuthAction: "sts:AssumeRole" } },
  });
});

test("XML, further headers on a refusal, and an answer of a megabyte", async () => {
  expect((await alibaba({ kind: "xml" })).body.text).toContain("<TotalCount>");
  emulators.clouds.alibaba.faults.add({ times: 1, fault: { kind: "headers", headers: { "retry-after": "3" } } });
  const throttled = await alibaba({ kind: "throttle" });
  expect([throttled.status, throttled.headers.get("retry-after")]).toEqual([429, "3"]);
  expect(Number((await alibaba({ kind: "pad", bytes: 1_000_000 })).headers.get("content-length"))).toBeGreaterThan(999_000);
});

test("a slow answer comes whole, piece by piece", async () => {
  const begun = performance.now();
  expect((await alibaba({ kind: "drip", ms: 20, bytes: 50 })).body.TotalCount).toBeGreaterThan(0);
  expect(performance.now() - begun).toBeGreaterThan(60);
});

test("a clock that is off refuses dates of ours, and its answers are dated by it", async () => {
  for (const cloud of Object.values(emulators.clouds)) cloud.clock.offsetMs = 17 * 60_000;
  const refused = await ask();
  expect(refused).toMatchObject({ status: 400, body: { Code: "InvalidTimeStamp.Expired" } });
  expect(Date.parse(refused.headers.get("date") ?? "") - Date.now()).toBeGreaterThan(16 * 60_000);
  emulators.clouds.alibaba.clock.offsetMs = 14 * 60_000;
  expect((await ask()).status).toBe(200);
});

/** A GET on the agent's one connection: its status, or the code of its failure. */
function get(url: string, agent: Agent, token: string): Promise<number | string | undefined> {
  return new Promise((resolve) => {
    const call = request(url, { agent, headers: { "x-auth-token": token } }, (answer) => answer.resume().on("end", () => resolve(answer.statusCode)));
    call.on("error", (error: NodeJS.ErrnoException) => resolve(error.code)).end();
  });
}

test("a connection that idled is cut under the next request, once", async () => {
  const cloud = emulators.clouds.huawei;
  const token = (await signIn(cloud, accountNamed(emulators.world, "Core infra").credential)).headers.get("x-subject-token") ?? "";
  cloud.faults.add({ operation: "auth-domains", times: 1, fault: { kind: "idle-reset" } });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () => get(`${cloud.origin}/iam/v3/auth/domains`, agent, token);
  expect([await ask(), await ask(), await ask()]).toEqual([200, "ECONNRESET", 200]);
  agent.destroy();
});
