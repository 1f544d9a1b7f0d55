import { describe, expect, it } from "vitest";
import type { Account } from "#lib/model/account.ts";
import { useAlibaba } from "./testing/use-alibaba.ts";

const MINUTE = 60_000;

describe("clock, nonce and what is told of a credential", () => {
  const cloud = useAlibaba();
  const account = async () => (await cloud.ask<Account>(`GET /accounts/${cloud.account.id}`)).body;

  it("22: a clock that is 17 minutes off is corrected by the cloud's own, once, and the reading is whole", async () => {
    await cloud.restart({ now: () => new Date(Date.now() + 17 * MINUTE) });
    expect(await cloud.read()).toEqual(["read"]);
    expect((await cloud.list()).rows).toHaveLength(cloud.keys().length);
    const refused = cloud.calls.all().filter(({ status }) => status === 400);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(5);
    expect((await account()).problem).toBeNull();
  });

  it("22: when the correction does not help, the message names this machine's clock, and how far it is off", async () => {
    // A clock that runs away: 17 minutes ahead for the first call, 17 behind for the corrected one.
    const offMs = () => [0, 17 * MINUTE, -17 * MINUTE][cloud.calls.of("ListKeys").length] ?? 0;
    await cloud.restart({ now: () => new Date(Date.now() + offMs()) });
    expect(await cloud.read()).toEqual(["failed"]);
    expect(cloud.calls.of("ListKeys").map(({ status }) => status)).toEqual([400, 400]);
    const { problem } = await cloud.source();
    expect(problem).toMatchObject({ operation: "ListKeys", code: "InvalidTimeStamp.Expired", requestId: cloud.calls.of("ListKeys")[1]?.requestId });
    expect(problem?.message).toMatch(/clock is 17 minutes off/);
  });

  it("23: a call that is sent again after the connection broke has a nonce of its own", async () => {
    cloud.strike("ListKeys", { kind: "reset" }, { times: 2 });
    expect(await cloud.read()).toEqual(["read"]);
    expect(
      cloud.calls
        .of("ListKeys")
        .filter(({ page }) => page === "1")
        .map(({ status }) => status),
    ).toEqual([null, null, 200]);
  });

  it("23: SignatureNonceUsed is sent again, and is no refused credential", async () => {
    cloud.strike("ListKeys", { kind: "answer", status: 400, body: JSON.stringify({ RequestId: "RID", Code: "SignatureNonceUsed" }) }, { times: 1 });
    expect(await cloud.read()).toEqual(["read"]);
    expect((await account()).problem).toBeNull();
  });

  it("24: a temporary key without its token is told what it lacks, tried twice at most, and rests", async () => {
    const { securityToken: _, ...credential } = cloud.world.otherCredentials.find(({ accessKeyId }) => accessKeyId?.startsWith("STS.")) ?? { type: "" };
    cloud.calls.clear();
    expect(await cloud.read({ credential })).toEqual([]);
    expect((await account()).problem).toMatchObject({ code: "MissingSecurityToken", message: expect.stringContaining("needs its security token") });
    expect(cloud.calls.all().length).toBeLessThanOrEqual(2);
    expect(await cloud.source()).toMatchObject({ outcome: "never", held: 0 });
  });

  it("43: an answer that echoes the request shows its code and request id, and nothing else of it", async () => {
    await cloud.read();
    const { accessKeyId } = cloud.world.credential;
    const echo = `Specified signature is not matched. server string to sign is:POST\\n/\\nx-acs-security-token:CAIS-canary&Signature=c4n4ry&AccessKeyId=${accessKeyId}`;
    const answer = {
      RequestId: "RID-43",
      HostId: "kms.aliyuncs.com/?AccessKeyId=x",
      Code: "Forbidden.Echo",
      Message: echo,
      Recommend: "javascript:alert('canary')",
    };
    cloud.strike("DescribeKey", { kind: "answer", status: 403, body: JSON.stringify(answer) });
    expect(await cloud.readAgain()).toEqual(["read"]);
    const row = await cloud.row(cloud.plain(0));
    expect(row.notes.state).toBe("Forbidden.Echo");
    const said = [
      await cloud.list(),
      await cloud.detail(cloud.plain(0)),
      await cloud.source(),
      await account(),
      await cloud.ask(`GET /keys/${row.ref}?live=true`),
    ];
    expect(said[0]).toMatchObject({ coverage: { problems: [{ code: "Forbidden.Echo", requestId: "RID-43" }] } });
    for (const answered of said) expect(JSON.stringify(answered)).not.toMatch(/canary|c4n4ry|javascript|string to sign|HostId/);
  });

  it("43: a code or a request id that cannot be one goes no further", async () => {
    const { accessKeyId, accessKeySecret } = cloud.world.credential;
    cloud.strike("ListKeys", { kind: "answer", status: 403, body: JSON.stringify({ RequestId: `x y ${accessKeySecret}`, Code: `<b>${accessKeyId}</b>` }) });
    await cloud.read();
    expect(await cloud.source()).toMatchObject({ outcome: "failed", problem: { code: "HTTP 403", requestId: null } });
  });
});

describe("the session of a role", () => {
  const cloud = useAlibaba("Data lake/cn-beijing");
  const account = async () => (await cloud.ask<Account>(`GET /accounts/${cloud.account.id}`)).body;

  it.each([
    ["the listing", "ListKeys", { page: "2", times: 1 }],
    ["the descriptions", "DescribeKey", { nth: 9, times: 1 }],
  ])("24: a session that ends in the middle of %s is renewed once, and the list is whole", async (_, operation, where) => {
    await cloud.read();
    cloud.calls.clear();
    cloud.strike(operation, { kind: "expire-token" }, where);
    expect(await cloud.readAgain()).toEqual(["read"]);
    expect(cloud.calls.of("AssumeRole")).toHaveLength(2);
    const { rows, coverage } = await cloud.list();
    expect([rows.length, rows.filter(({ absent }) => absent.state).length, coverage.complete]).toEqual([cloud.keys().length, 0, true]);
    expect((await account()).problem).toBeNull();
  });

  it("24: a session that is shorter than the reading is renewed as often as it takes, by one call at a time", async () => {
    const soon = () => `${new Date(Date.now() + 2_000).toISOString().slice(0, 19)}Z`;
    cloud.bend("AssumeRole", (body) => ({ ...body, Credentials: { ...(body.Credentials as object), Expiration: soon() } }));
    cloud.strike("DescribeKey", { kind: "delay", ms: 600 });
    await cloud.read();
    const assumed = cloud.calls.of("AssumeRole").length;
    expect(await cloud.source()).toMatchObject({ outcome: "read", held: cloud.keys().length });
    expect(assumed).toBeGreaterThan(2);
    expect(assumed).toBeLessThan(15);
  });

  it("24: a role that may not be assumed is named, with the action to grant, and the key is not called wrong", async () => {
    cloud.strike("AssumeRole", { kind: "deny" });
    await cloud.read();
    const { problem } = await cloud.source();
    expect(problem ?? (await account()).problem).toMatchObject({
      operation: "AssumeRole",
      message: expect.stringContaining("sts:AssumeRole"),
      requestId: expect.any(String),
    });
    cloud.calm();
    expect(await cloud.readAgain()).toEqual(["read"]);
  });
});
