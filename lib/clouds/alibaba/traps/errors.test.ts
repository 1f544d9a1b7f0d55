import type { KeysAnswer } from "#lib/model/answers.ts";
import { afterEach, describe, expect, it } from "vitest";
import { removeKey } from "#emulators/index.ts";
import { type Loopback, serveLoopback } from "#lib/clouds/testing/serve-loopback.ts";
import type { Account } from "#lib/model/account.ts";
import { useAlibaba } from "./testing/use-alibaba.ts";

const body = (Code: string, more: object = {}) =>
  JSON.stringify({ RequestId: "RID-BODY", HostId: "kms.cn-hangzhou.aliyuncs.com", Code, Message: "words of the vendor", ...more });

describe("errors", () => {
  const cloud = useAlibaba();
  const servers: Loopback[] = [];
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

  it("2: a 404 that says the access key is unknown is the account's trouble, and takes no key away", async () => {
    await cloud.read();
    const before = await cloud.ids("presence=present");
    cloud.strike("DescribeKey", { kind: "answer", status: 404, body: body("InvalidAccessKeyId.NotFound") });
    expect(await cloud.readAgain()).toEqual(["failed"]);
    expect(await cloud.source()).toMatchObject({ outcome: "failed", problem: { code: "InvalidAccessKeyId.NotFound", requestId: "RID-BODY" } });
    const account = await cloud.ask<Account>(`GET /accounts/${cloud.account.id}`);
    expect(account.body.problem).toMatchObject({ code: "InvalidAccessKeyId.NotFound", message: expect.stringContaining("access key") });
    expect(await cloud.ids("presence=present")).toEqual(before);
  });

  it.each([
    ["InvalidApi.NotFound", "There is no such API at this address."],
    ["InvalidProtocol.NeedSsl", "The cloud takes https only."],
    ["InvalidProduct.NotFound", "There is no KMS at this address."],
  ])("2: 404 %s is no missing key: a key that a listing lacks is missing and not gone", async (code, message) => {
    await cloud.read();
    const [key] = cloud.keys();
    if (!key) throw new Error("no key");
    removeKey(cloud.world, key);
    cloud.strike("DescribeKey", { kind: "answer", status: 404, body: body(code) });
    expect(await cloud.readAgain()).toEqual(["read"]);
    expect((await cloud.row(key)).presence).toBe("missing");
    expect((await cloud.list()).coverage.problems).toContainEqual(expect.objectContaining({ code, message: expect.stringContaining(message) }));
    cloud.calm();
    cloud.strike("ListKeys", { kind: "answer", status: 404, body: body(code) });
    expect(await cloud.readAgain()).toEqual(["failed"]);
    expect(await cloud.source()).toMatchObject({ held: cloud.keys().length + 1, problem: { code, operation: "ListKeys" } });
  });

  it.each([
    ["the page of a captive proxy", { body: "<!doctype html><title>Hotel</title>secret-of-the-page" }, "answer_not_json"],
    ["an error object", { body: body("Brand.New.Code") }, "Brand.New.Code"],
    ["nothing", { body: "" }, "answer_not_json"],
    ["cut JSON", { body: `{"RequestId":"RID-BODY","TotalCount":0,"Keys":{"Key":[` }, "answer_not_json"],
    ["XML", { body: "<ListKeysResponse><Keys/><TotalCount>0</TotalCount></ListKeysResponse>" }, "answer_not_json"],
    ["a bare list", { body: "[]" }, "answer_not_json"],
    ["a list of nothing known", { body: `{"Secrets":[]}` }, "list_missing"],
  ])("20: 200 with %s is a bad answer with its request id, told in our words, and never no keys", async (_, answer, code) => {
    await cloud.read();
    const before = await cloud.ids("presence=present");
    cloud.strike("ListKeys", { kind: "answer", status: 200, headers: { "x-acs-request-id": "RID-HEADER" }, ...answer });
    expect(await cloud.readAgain()).toEqual(["failed"]);
    const { problem, outcome } = await cloud.source();
    expect([outcome, problem?.code, problem?.operation]).toEqual(["failed", code, "ListKeys"]);
    expect(problem?.requestId).toMatch(/^RID-/);
    expect(problem?.message).not.toMatch(/Hotel|secret-of-the-page|words of the vendor|</);
    expect(await cloud.ids("presence=present")).toEqual(before);
  });

  it("21: a redirect is refused, and nothing is sent to where it leads", async () => {
    const elsewhere = await serveLoopback((response) => response.end("{}"));
    servers.push(elsewhere);
    await cloud.read();
    cloud.strike("ListKeys", { kind: "redirect", location: `${elsewhere.origin}/take-the-signature` });
    expect(await cloud.readAgain()).toEqual(["failed"]);
    expect(await cloud.source()).toMatchObject({ problem: { code: "HTTP 302", message: expect.stringContaining("redirect") } });
    expect(elsewhere.arrivals).toEqual([]);
  });

  it("25: keys that may be listed and not described keep their rows, with the action to grant", async () => {
    const [refused, other] = [cloud.plain(0), cloud.plain(1)];
    cloud.strike("DescribeKey", { kind: "deny" }, { keyId: refused.keyId });
    expect(await cloud.read()).toEqual(["read"]);
    expect(await cloud.row(refused)).toMatchObject({
      keyId: refused.keyId,
      alias: refused.facts.alias,
      state: null,
      rotation: null,
      absent: { state: "denied", spec: "denied", rotation: "denied" },
      notes: { state: "Forbidden.NoPermission" },
    });
    expect((await cloud.row(other)).state).toBe("enabled");
    expect(await cloud.ids(`id=${refused.keyId}&rotation=off`)).toEqual([]);
    expect((await cloud.list(`id=${refused.keyId}&rotation=off`)).undecided).toBe(1);
    const { coverage } = await cloud.list();
    expect(coverage.complete).toBe(true);
    expect(coverage.problems).toContainEqual(
      expect.objectContaining({
        operation: "DescribeKey",
        code: "Forbidden.NoPermission",
        message: expect.stringContaining("Grant kms:DescribeKey"),
        requestId: expect.any(String),
      }),
    );
  });

  it("25: with DescribeKey denied for all, all keys are listed, and the list is complete", async () => {
    cloud.strike("DescribeKey", { kind: "deny" });
    expect(await cloud.read()).toEqual(["read"]);
    const { rows, coverage } = await cloud.list();
    expect(rows).toHaveLength(cloud.keys().length);
    expect(new Set(rows.map(({ absent }) => absent.state))).toEqual(new Set(["denied"]));
    expect(coverage).toMatchObject({ complete: true, held: cloud.keys().length });
    expect(coverage.problems).toMatchObject([{ operation: "DescribeKey", count: cloud.keys().length }]);
  });

  it.each([
    ["ListAliases", ["alias", "aliases"]],
    ["ListTagResources", ["tags"]],
  ] as const)("26: %s denied darkens its own columns and hides no key", async (operation, fields) => {
    cloud.strike(operation, { kind: "deny" });
    expect(await cloud.read()).toEqual(["read"]);
    const { rows, coverage } = await cloud.list();
    expect(rows).toHaveLength(cloud.keys().length);
    for (const { absent, keyId } of rows) for (const field of fields) expect([keyId, absent[field]]).toEqual([keyId, "denied"]);
    const row = await cloud.row(cloud.plain(0));
    expect(Object.keys(row.absent).sort()).toEqual([...fields, "enterpriseProject"].sort());
    expect(coverage.problems).toContainEqual(expect.objectContaining({ operation, message: expect.stringContaining(`Grant kms:${operation}`) }));
  });

  it("27: KMS that is not enabled is no region without keys, and no failure", async () => {
    cloud.strike("ListKeys", { kind: "answer", status: 403, body: body("Forbidden.KmsServiceNotEnabled") });
    await cloud.read();
    expect(await cloud.source()).toMatchObject({
      outcome: "not-enabled",
      problem: { code: "Forbidden.KmsServiceNotEnabled", message: expect.stringContaining("not enabled") },
    });
    expect((await cloud.list()).coverage).toMatchObject({ notEnabled: 1, read: 0, unread: 0 });
  });

  it.each([
    ["NotEnabled", "not-enabled", { notEnabled: 1, read: 0, unread: 0 }],
    ["InDebt", "failed", { notEnabled: 0, read: 0, unread: 1, complete: false }],
    ["Suspended", "failed", { notEnabled: 0, read: 0, unread: 1, complete: false }],
    ["Enabled", "read", { notEnabled: 0, read: 1, unread: 0, complete: true }],
  ])("27: an empty list of an account that is %s is %s", async (status, outcome, coverage) => {
    cloud.strike("ListKeys", { kind: "answer", status: 200, body: JSON.stringify({ PageNumber: 1, PageSize: 100, TotalCount: 0, Keys: { Key: [] } }) });
    cloud.strike("DescribeAccountKmsStatus", { kind: "answer", status: 200, body: JSON.stringify({ RequestId: "RID-27", AccountStatus: status }) });
    await cloud.read();
    const problem = outcome === "read" ? null : { operation: "DescribeAccountKmsStatus", code: status, requestId: "RID-27" };
    const source = await cloud.source();
    expect([source.outcome, source.problem]).toMatchObject([outcome, problem]);
    expect((await cloud.list()).coverage).toMatchObject(coverage);
    expect((await cloud.ask<KeysAnswer>("GET /live/keys")).body.coverage).toMatchObject(coverage);
  });

  it("27: an account in debt keeps its keys, and the list says that it is not of today", async () => {
    await cloud.read();
    cloud.strike("ListKeys", { kind: "answer", status: 403, body: body("Forbidden.InDebtOverdue") });
    expect(await cloud.readAgain()).toEqual(["failed"]);
    expect(await cloud.source()).toMatchObject({ outcome: "failed", held: cloud.keys().length, problem: { message: expect.stringContaining("in arrears") } });
    expect((await cloud.list()).coverage).toMatchObject({ complete: false, stale: 1 });
  });
});
