import { describe, expect, it } from "vitest";
import { useHuawei } from "./testing/use-huawei.ts";

describe("errors", () => {
  const cloud = useHuawei("EU platform/tr-west-1");
  const ECHO = "verify aksk signature fail, canonicalRequest:POST|/v1.0/p/kms/list-keys/||x-sdk-date:20260101T000000Z|SDK-HMAC-SHA256 Signature=5f1c";
  const answer = (status: number, body: unknown, headers: Record<string, string> = { "x-request-id": "rid-4711" }) => ({
    kind: "answer" as const,
    status,
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers,
  });
  const HTML = "<!doctype html><title>Sign in to the network</title>";

  it.each([
    ["nested", answer(403, { error: { error_code: "KMS.0306", error_msg: ECHO } }), "KMS.0306", "rid-4711"],
    ["flat", answer(403, { error_code: "APIGW.0302", error_msg: ECHO, request_id: "rid-body" }, {}), "APIGW.0302", "rid-body"],
    ["Keystone's", answer(403, { error: { code: 403, message: ECHO, title: "Forbidden" } }), "Forbidden", "rid-4711"],
    ["Keystone's with a number as text", answer(403, { error: { code: "111401001", message: ECHO, ext_message: ECHO } }), "111401001", "rid-4711"],
    ["HTML", answer(403, HTML), "HTTP 403", "rid-4711"],
    ["nothing", answer(403, ""), "HTTP 403", "rid-4711"],
  ])("25: an error body that is %s gives the cloud's code and request id, and none of its words", async (_, fault, code, requestId) => {
    cloud.strike("list-keys", fault);
    expect(await cloud.read()).toEqual(["failed"]);
    const { problem } = await cloud.source();
    expect(problem).toMatchObject({ operation: "list-keys", code, requestId });
    expect(problem?.message).toMatch(/not allowed.*Grant kms:cmk:list/);
    expect(problem?.message).not.toMatch(/aksk|doctype|canonical/i);
    expect((await cloud.list()).coverage).toMatchObject({ complete: false, unread: 1, problems: [expect.objectContaining({ code, requestId })] });
  });

  it.each([
    ["HTML", answer(200, HTML), "answer_not_json"],
    ["cut JSON", { kind: "cut" as const }, "answer_not_json"],
    ["nothing", { kind: "empty" as const }, "answer_not_json"],
    ["an error object", answer(200, { error: { error_code: "KMS.0101", error_msg: "" } }), "KMS.0101"],
    ["an object without keys", answer(200, {}), "list_missing"],
    ["a list", answer(200, []), "answer_not_object"],
  ])("25: success with %s is an error and never an empty project", async (_, fault, code) => {
    await cloud.read();
    const before = await cloud.said();
    expect(before.size).toBeGreaterThan(5);
    cloud.strike("list-keys", fault);
    expect(await cloud.readAgain()).toEqual(["failed"]);
    expect(await cloud.source()).toMatchObject({ outcome: "failed", held: before.size, problem: { code } });
    expect(await cloud.said()).toEqual(before);
    expect((await cloud.list()).coverage).toMatchObject({ complete: false, stale: 1 });
  });

  it.each(["APIG.0101", "APIGW.0101"])("26: the gateway's %s is a wrong address, and not a missing key", async (code) => {
    await cloud.read();
    const key = cloud.keys()[0];
    cloud.hide(key);
    const gone = answer(404, { error_code: code, error_msg: "The API does not exist or has not been published", request_id: "rid-4711" });
    cloud.strike("describe-key", gone);
    expect(await cloud.proxied(key?.keyId ?? "")).toMatchObject({ status: 502, body: { error: { code: "cloud_protocol" } } });
    await cloud.readAgain();
    expect(await cloud.row(key)).toMatchObject({ presence: "missing" });
    cloud.strike("list-keys", gone);
    expect(await cloud.readAgain()).toEqual(["failed"]);
    expect(await cloud.source()).toMatchObject({ problem: { code, message: expect.stringMatching(/no such API at this address.*region and the endpoint/) } });
  });

  it.each(["APIGW.0308", "APIG.0308"])("32: a throttle of the gateway (%s) is waited out and counted", async (form) => {
    cloud.strike("list-keys", { kind: "throttle", form }, { times: 2 });
    expect(await cloud.read()).toEqual(["read"]);
    expect(await cloud.said()).toEqual(cloud.truth());
    expect(cloud.calls.of("list-keys").map(({ status }) => status)).toEqual([429, 429, 200]);
    expect((await cloud.source()).cost).toMatchObject({ throttled: 2, kind: "full" });
  });

  it("32: a throttle that does not end is a failure in the cloud's words", async () => {
    cloud.strike("list-keys", { kind: "throttle" });
    expect(await cloud.read()).toEqual(["failed"]);
    expect(cloud.calls.of("list-keys")).toHaveLength(4);
    expect(await cloud.source()).toMatchObject({
      problem: { code: "APIGW.0308", message: expect.stringMatching(/fewer calls/), requestId: expect.any(String) },
    });
  });

  it("35: no number of the cloud account leaves the server but in what the cloud itself printed", async () => {
    await cloud.read();
    cloud.strike("resource_instances", { kind: "deny" });
    await cloud.readAgain();
    const calls = [
      "GET /keys?size=200",
      "GET /sources",
      "GET /accounts",
      `GET /accounts/${cloud.account.id}`,
      "GET /sync",
      `POST /accounts/${cloud.account.id}/check`,
    ];
    for (const call of calls) expect(JSON.stringify((await cloud.ask(call)).body), call).not.toContain(cloud.world.cloudAccount);
    const { raw, ...told } = await cloud.detail(cloud.keys()[0]);
    expect(raw).toMatchObject({ "list-keys": { domain_id: cloud.world.cloudAccount } });
    expect(JSON.stringify({ ...told, arn: null })).not.toContain(cloud.world.cloudAccount);
  });

  it("35: a gateway that echoes the signed request is not quoted, in a reading, live or in a check", async () => {
    await cloud.read();
    cloud.strike("list-keys", answer(403, { error_code: "APIGW.0302", error_msg: ECHO, request_id: ECHO }));
    cloud.strike("describe-key", answer(403, { error: { error_code: ECHO, error_msg: ECHO } }));
    await cloud.readAgain();
    const answers = [await cloud.list(), await cloud.sources(), (await cloud.proxied(cloud.keys()[0]?.keyId ?? "")).body];
    for (const call of ["GET /live/keys", `POST /accounts/${cloud.account.id}/check`]) answers.push((await cloud.ask(call)).body as never);
    expect(JSON.stringify(answers)).toContain("APIGW.0302");
    expect(JSON.stringify(answers)).not.toMatch(/aksk|5f1c|20260101T/);
  });
});
