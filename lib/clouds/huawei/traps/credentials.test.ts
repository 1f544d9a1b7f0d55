import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { failureOf } from "#lib/clouds/testing/failure-of.ts";
import { QUICK } from "#lib/clouds/testing/open-emulated.ts";
import { serveVendor } from "#lib/clouds/testing/serve-vendor.ts";
import { SYSTEM_SCOPE } from "#lib/model/system-scope.ts";
import { requestSync } from "#lib/sync/request-sync.ts";
import type { CheckReport } from "#lib/model/account.ts";
import { useHuawei } from "./testing/use-huawei.ts";

describe("a credential that was good", () => {
  it("21: after a rest one call goes first again, however many wait and however slow the refusal is", async () => {
    const { io, call, server } = await serveVendor(
      (response, nth) => (nth === 1 ? response.end("ok") : setTimeout(() => response.writeHead(401).end("auth"), 150)),
      { probeMs: 60_000 },
    );
    await io.send(call());
    await sleep(2_100);
    const errors = await Promise.all(Array.from({ length: 12 }, () => failureOf(io.send(call()))));
    expect(new Set(errors.map(({ kind }) => kind))).toEqual(new Set(["auth"]));
    expect(server.arrivals).toHaveLength(1 + 2);
  });
});

describe("access keys", () => {
  const cloud = useHuawei("Security tools/cn-north-4");
  const refused = () => cloud.calls.all().filter(({ status }) => status === 401).length;

  it("21: an access key that was replaced is tried twice by however many readers, is not locked, and opens again with the new one", async () => {
    const { regions } = cloud.world;
    expect((await cloud.read({ regions, projects: {} })).length).toBe(4);
    cloud.world.credential.secretAccessKey = "the-new-one-of-the-world";
    await sleep(2_100);
    cloud.calls.clear();
    await requestSync(SYSTEM_SCOPE, {});
    // While an answer is awaited for so long, nobody else tries.
    expect(await cloud.readers({ ...QUICK, probeMs: 60_000 })).toEqual(["failed", "failed", "failed", "failed"]);
    expect(refused()).toBeLessThanOrEqual(2);
    for (let n = 0; n < 3; n++) {
      await cloud.fallDue();
      expect(await cloud.drain()).toEqual([]);
    }
    expect(refused()).toBeLessThanOrEqual(2);
    for (const { problem } of await cloud.sources()) expect(problem).toMatchObject({ code: "APIGW.0301", message: expect.stringMatching(/refused/) });
    expect(await cloud.ask(`PATCH /accounts/${cloud.account.id}`, { credential: cloud.world.credential })).toMatchObject({
      status: 200,
      body: { problem: null },
    });
    expect(await cloud.drain()).toEqual(["read", "read", "read", "read"]);
  });

  it("22: this machine's clock is 17 minutes off: calls are signed by the cloud's time, and a check says so", async () => {
    cloud.clock.offsetMs = 17 * 60_000;
    expect(await cloud.read()).toEqual(["read"]);
    expect(await cloud.said()).toEqual(cloud.truth());
    expect(refused()).toBeLessThanOrEqual(2);
    const { body } = await cloud.ask<CheckReport>(`POST /accounts/${cloud.account.id}/check`);
    expect(body.ok).toBe(false);
    expect(body.actions.map(({ message }) => message).join()).toMatch(/clock is 17 minutes behind the cloud's/);
  });

  it("22: when a signature is refused for its time all the same, the problem says by how much the clock is off", async () => {
    await cloud.connect();
    cloud.calls.clear();
    cloud.clock.offsetMs = -3 * 3_600_000;
    const date = new Date(Date.now() - 3 * 3_600_000).toUTCString();
    const body = JSON.stringify({ error_code: "APIGW.0303", error_msg: "Incorrect app authentication information: signature expired", request_id: "rid" });
    cloud.strike("list-keys", { kind: "answer", status: 401, body, headers: { date, "x-request-id": "rid-4711" } });
    expect(await cloud.readAgain()).toEqual(["failed"]);
    expect(cloud.calls.of("list-keys").length).toBeLessThanOrEqual(2);
    expect((await cloud.source()).problem).toMatchObject({
      code: "APIGW.0303",
      requestId: "rid-4711",
      message: expect.stringMatching(/clock is 3 hours ahead/),
    });
  });

  it("23: a token pasted with a line break inside is refused at once, by its field and without its text", async () => {
    const credential = { ...cloud.world.otherCredentials[1], securityToken: "pasted-half\nand-the-other" };
    const { endpoints, regions } = { endpoints: cloud.endpoints, regions: ["cn-north-4"] };
    const answer = await cloud.ask("POST /accounts", { cloud: "huawei", name: "Pasted", regions, endpoints, credential });
    expect(answer).toMatchObject({ status: 400, body: { error: { field: "credential.securityToken", message: expect.stringMatching(/line break/) } } });
    expect(JSON.stringify(answer.body)).not.toContain("pasted-half");
    expect(cloud.calls.all()).toEqual([]);
  });

  it("23: a token pasted with a line break at its end works", async () => {
    const temporary = cloud.world.otherCredentials[1];
    expect(temporary?.securityToken).toBeTruthy();
    expect(await cloud.read({ credential: { ...temporary, securityToken: `\n ${temporary?.securityToken}\r\n` } })).toEqual(["read"]);
    expect(await cloud.said()).toEqual(cloud.truth());
  });
});
