import { describe, expect, it } from "vitest";
import type { Account } from "#lib/model/account.ts";
import { projectNamed } from "#emulators/testing/account-named.ts";
import { serveLongTokens } from "./testing/serve-long-tokens.ts";
import { useHuawei } from "./testing/use-huawei.ts";

const refusal = (status: number, code: string) => ({
  kind: "answer" as const,
  status,
  headers: { "x-request-id": "rid-4711" },
  body: JSON.stringify(code.startsWith("KMS") ? { error: { error_code: code, error_msg: "no" } } : { error_code: code, error_msg: "no" }),
});

describe("tokens", () => {
  const cloud = useHuawei("EU platform/tr-west-1");
  const signIns = () => cloud.calls.of("auth-tokens").length;

  it.each([
    ["KMS.0303 with 403", { kind: "expire-token", form: "KMS.0303" }],
    ["APIGW.0301 with 401", { kind: "expire-token", form: "APIGW.0301" }],
    ["APIG.0307 with 401", { kind: "expire-token", form: "APIG.0307" }],
    ["KMS.0302, long before its own end", refusal(403, "KMS.0302")],
  ] as const)("19: a token refused as %s is renewed once, and nothing is lost", async (_, fault) => {
    await cloud.connect();
    cloud.calls.clear();
    cloud.strike("list-keys", fault, { times: 1 });
    expect(await cloud.readAgain()).toEqual(["read"]);
    expect(signIns()).toBe(2);
    expect(await cloud.said()).toEqual(cloud.truth());
    expect(await cloud.source()).toMatchObject({ problem: null });
  });

  it("19: when the new token is refused too, the account rests until a person acts", async () => {
    await cloud.read();
    cloud.calls.clear();
    cloud.strike("list-keys", { kind: "expire-token", form: "KMS.0303" });
    expect(await cloud.readAgain()).toEqual(["failed"]);
    expect([signIns(), cloud.calls.of("list-keys").length]).toEqual([2, 2]);
    expect(await cloud.source()).toMatchObject({ problem: { code: "KMS.0303", message: expect.stringMatching(/token.*connect the account again/) } });
    expect((await cloud.list()).coverage).toMatchObject({ complete: false, stale: 1 });
    await cloud.fallDue();
    expect(await cloud.drain()).toEqual([]);
  });

  it.each([
    ["KMS.0314", /real-name|not verified/],
    ["KMS.0328", /frozen/],
    ["KMS.0320", /frozen|arrears/],
    ["KMS.0322", /owner/],
    ["KMS.0306", /Grant kms:cmk:list/],
  ])("20: %s is no matter of tokens: one call, no new sign-in, said in words", async (code, words) => {
    await cloud.connect();
    cloud.calls.clear();
    cloud.strike("list-keys", refusal(403, code));
    expect(await cloud.readAgain()).toEqual(["failed"]);
    expect([signIns(), cloud.calls.of("list-keys").length]).toEqual([1, 1]);
    expect(await cloud.source()).toMatchObject({ problem: { code, requestId: "rid-4711", message: expect.stringMatching(words) } });
    expect((await cloud.ask<Account>(`GET /accounts/${cloud.account.id}`)).body).toMatchObject({ problem: null });
  });

  it("24: a token of another region's project is a fault of the configuration, and is not renewed", async () => {
    const other = projectNamed(cloud.world, "me-east-1");
    await cloud.connect({ projects: { "tr-west-1": other.id } });
    cloud.calls.clear();
    expect(await cloud.readAgain()).toEqual(["failed"]);
    expect([signIns(), cloud.calls.of("list-keys").length]).toEqual([1, 1]);
    expect(await cloud.source()).toMatchObject({ problem: { code: "KMS.0321", message: expect.stringMatching(/another project.*Check the project id/) } });
  });
});

describe("long tokens", () => {
  const cloud = useHuawei("EU platform/tr-west-1");
  const readFrom = async (bytes: number) => {
    const vendor = await serveLongTokens(bytes);
    cloud.allow(vendor.origin);
    return { vendor, ends: await cloud.read({ endpoints: vendor.endpoints }) };
  };

  it.each([5, 17, 32, 64])("23: a token of %i KiB, which comes and goes in a header, opens the account", async (kib) => {
    const { ends, vendor } = await readFrom(kib * 1024);
    expect(ends).toEqual(["read"]);
    const { rows, coverage } = await cloud.list();
    expect([rows.map(({ alias }) => alias), coverage.complete]).toEqual([["one"], true]);
    expect(JSON.stringify(rows)).not.toContain(vendor.token.slice(0, 100));
  });

  it("23: headers of 80 KiB are refused in words", async () => {
    expect((await readFrom(80 * 1024)).ends).toEqual(["failed"]);
    expect(await cloud.source()).toMatchObject({
      problem: { operation: "auth/tokens", message: expect.stringMatching(/sent more headers than anybody needs/) },
    });
    expect((await cloud.list()).coverage).toMatchObject({ complete: false, unread: 1 });
  });
});
