import { describe, expect, it } from "vitest";
import { connectTo } from "./testing/connect-to.ts";
import { failureOf } from "./testing/failure-of.ts";

/** Answers that no vendor means to give, and that a broken one, a proxy or somebody hostile at an allowed address does. */
const ALIBABA = { region: "cn-hangzhou", project: null };
const HUAWEI = { region: "cn-north-4", project: "p" };
const ECHO = "ACS3-HMAC-SHA256 Credential=AK,SignedHeaders=host;x-acs-action,Signature=9c6e346b6bda6";

describe("what stands in the place of an error's code and request id", () => {
  it.each([ECHO, "a\u0000b", "\ud83d", "C".repeat(1000), "<b>"])("is left out when it cannot be one: %j", async (word) => {
    const alibaba = (await connectTo("alibaba", { status: 403, body: JSON.stringify({ Code: word, RequestId: `${word} ` }) })).connection;
    expect(await failureOf(alibaba.listKeys(ALIBABA))).toMatchObject({ kind: "forbidden", code: "HTTP 403", requestId: "rid-header" });
    const huawei = (await connectTo("huawei", { status: 403, body: JSON.stringify({ error_code: word }) })).connection;
    expect(await failureOf(huawei.listKeys(HUAWEI))).toMatchObject({ kind: "forbidden", code: "HTTP 403", requestId: "rid-header" });
  });
});

describe("who we are said to be", () => {
  it("is no account number when it cannot be one", async () => {
    const { connection } = await connectTo("alibaba", JSON.stringify({ AccountId: "1\u00002", Arn: "acs:ram::1:user/u" }));
    expect(await failureOf(connection.check())).toMatchObject({ kind: "protocol", code: "identity_missing" });
    const { connection: other } = await connectTo("huawei", JSON.stringify({ domains: [{ id: "a\u0000" }], projects: [{ domain_id: "a\u0000" }] }));
    expect(await failureOf(other.check())).toMatchObject({ kind: "protocol", code: "identity_missing" });
  });

  it("has a name without control characters, and of a bearable length", async () => {
    const { connection } = await connectTo("alibaba", JSON.stringify({ AccountId: "12", Arn: `acs:ram::1:user/\u0000\ud83d${"u".repeat(900)}` }));
    expect((await connection.check()).value).toEqual({ cloudAccount: "12", principal: `user/\uFFFD\uFFFD${"u".repeat(193)}` });
  });
});

describe("a key whose members are odd", () => {
  const ofAlibaba = async (members: object) => {
    const { connection } = await connectTo("alibaba", JSON.stringify({ KeyMetadata: { KeyId: "k", Origin: "Aliyun_KMS", ...members } }));
    return (await connection.describeKey(ALIBABA, "k")).value;
  };
  const ofHuawei = async (members: object) => {
    const { connection } = await connectTo("huawei", JSON.stringify({ key_info: { key_id: "k", origin: "external", ...members } }));
    return (await connection.describeKey(HUAWEI, "k")).value;
  };

  it("keeps words that every object has as words", async () => {
    const words = {
      KeyState: "constructor",
      KeyUsage: "toString",
      ProtectionLevel: "valueOf",
      DeletionProtection: "constructor",
      AutomaticRotation: "constructor",
    };
    const { values, absent } = await ofAlibaba(words);
    expect(values).toMatchObject({ state: "constructor", usage: "to-string" });
    expect(absent).toMatchObject({ protection: { reason: "unreported" }, deletionProtection: { reason: "unreported" }, rotation: { reason: "unreported" } });
    expect((await ofAlibaba({ Origin: "constructor" })).values.origin).toBe("constructor");
    const other = await ofHuawei({ key_state: "constructor", key_usage: "toString", origin: "valueOf", default_key_flag: "constructor" });
    expect(other.values).toMatchObject({ state: "constructor", usage: "to-string", origin: "value-of" });
    expect(other.absent.manager).toMatchObject({ reason: "unreported" });
  });

  it.each(["+275760-09-13T00:00:00Z", "+010000-01-01T00:00:00Z", "-000001-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "9e99"])(
    "does not take %s for a time",
    async (time) => {
      expect((await ofAlibaba({ CreationDate: time })).absent.createdAt).toMatchObject({ reason: "failed" });
    },
  );

  it("does not take a number beyond the year 9999 for a time, nor an interval beyond all years for one", async () => {
    expect((await ofHuawei({ expiration_time: "8640000000000000" })).absent.expiresAt).toMatchObject({ reason: "failed" });
    expect((await ofHuawei({ expiration_time: "253402300799999" })).values.expiresAt).toBe("9999-12-31T23:59:59.999Z");
    expect((await ofAlibaba({ RotationInterval: "999999999999d" })).absent.rotationIntervalDays).toMatchObject({ reason: "failed" });
  });

  it("survives objects where text should be", async () => {
    const odd = { toString: 1, valueOf: 1 };
    expect((await ofAlibaba({ Description: odd, KeyState: odd, CreationDate: odd, Creator: odd })).absent).toMatchObject({
      description: { reason: "unreported" },
      state: { reason: "unreported" },
      createdAt: { reason: "unreported" },
    });
    const other = await ofHuawei({ key_description: odd, key_spec: odd, creation_date: odd, default_key_flag: odd, keystore_id: odd });
    expect(other.absent).toMatchObject({ description: { reason: "unreported" }, spec: { reason: "unreported" }, createdAt: { reason: "failed" } });
  });
});

describe("a listing that says nothing", () => {
  it.each<object>([
    { Keys: {} },
    { Keys: { Key: null } },
    { Keys: {}, TotalCount: {} },
    { Keys: {}, TotalCount: { toString: 1 } },
    { Keys: { Key: [] }, TotalCount: 3e9 },
  ])("is no empty one: %j", async (body) => {
    const { connection } = await connectTo("alibaba", JSON.stringify(body));
    expect(await failureOf(connection.listKeys(ALIBABA))).toMatchObject({ kind: "protocol" });
  });
});
