import { describe, expect, it } from "vitest";
import { type Canned, connectTo } from "../testing/connect-to.ts";

/** The page "ListKeys": its sample, verbatim. */
const SAMPLE = `{
  "PageNumber" : 1,
  "PageSize" : 10,
  "RequestId" : "8252db58-2036-408c-a3d5-56e656dc2551",
  "TotalCount" : 3,
  "Keys" : [ {
    "KeyId" : "08c33a6f-4e0a-4a1b-a3fa-7ddfa1d4****",
    "KeyArn" : "acs:kms:cn-hangzhou:123456:key/80e9409f-78fa-42ab-84bd-83f40c81****"
  } ]
}`;
const SOURCE = { region: "cn-hangzhou", project: null };
const KEY = { KeyId: "k-1", KeyArn: "arn-1" };
const page = (Keys: unknown, more: object = {}) => JSON.stringify({ PageNumber: 1, PageSize: 100, RequestId: "rid", TotalCount: 1, Keys, ...more });

const connected = (...answers: (Canned | string)[]) => connectTo("alibaba", ...answers);

describe("ListKeys", () => {
  it("reads the sample of the documentation, and goes on since three keys are claimed and one came", async () => {
    const { connection, asked } = await connected(SAMPLE);
    const read = await connection.listKeys(SOURCE);
    expect(read).toMatchObject({ claimed: 3, next: "2", call: { operation: "ListKeys", requestId: "8252db58-2036-408c-a3d5-56e656dc2551" }, pushedDown: [] });
    expect(read.items.map(({ keyId, arn, described }) => ({ keyId, arn, described }))).toEqual([
      { keyId: "08c33a6f-4e0a-4a1b-a3fa-7ddfa1d4****", arn: "acs:kms:cn-hangzhou:123456:key/80e9409f-78fa-42ab-84bd-83f40c81****", described: false },
    ]);
    expect(new Set(Object.values(read.items[0]?.absent ?? {}).map((absence) => absence.reason))).toEqual(new Set(["pending"]));
    expect([asked[0]?.url.pathname, asked[0]?.url.search, asked[0]?.body]).toEqual(["/kms/cn-hangzhou", "?PageNumber=1&PageSize=100", ""]);
  });

  it.each([
    ["nested", { Key: [KEY] }, ["k-1"]],
    ["flat", [KEY], ["k-1"]],
    ["a single object", { Key: KEY }, ["k-1"]],
    ["twice the same", { Key: [KEY, KEY] }, ["k-1"]],
    ["no rows", { Key: [] }, []],
    ["null inside", { Key: null }, []],
    ["an empty object", {}, []],
    ["null", null, []],
    ["nothing", undefined, []],
  ])("takes a list that comes as %s", async (_, keys, keyIds) => {
    const { connection } = await connected(page(keys));
    expect((await connection.listKeys(SOURCE)).items.map((item) => item.keyId)).toEqual(keyIds);
  });

  it.each([
    ["no list and no total", JSON.stringify({ RequestId: "rid" })],
    ["rows that are no objects", page({ Key: ["k-1"] })],
    ["a key without id", page({ Key: [{ KeyArn: "a" }] })],
    ["a list in words", page("none")],
    ["a total that is no number", page({ Key: [KEY] }, { TotalCount: "many" })],
    ["a negative total", page({ Key: [KEY] }, { TotalCount: -1 })],
    ["another page than asked", page({ Key: [KEY] }, { PageNumber: 7 })],
  ])("takes %s for nonsense", async (_, body) => {
    const { connection } = await connected(body);
    await expect(connection.listKeys(SOURCE)).rejects.toMatchObject({ kind: "protocol", requestId: "rid-header" });
  });

  it.each([
    [{ PageSize: 2, TotalCount: 9 }, 2, 0, "2"],
    [{ PageSize: 2, TotalCount: 2 }, 2, 0, "2"],
    [{ PageSize: 2, TotalCount: 1 }, 1, 0, null],
    [{ PageSize: "2", TotalCount: "3" }, 1, 2, null],
    [{ PageSize: 100, TotalCount: 5 }, 1, 3, "2"],
    [{ PageSize: 100, TotalCount: 5 }, 0, 3, null],
    [{ TotalCount: 1, PageSize: undefined }, 1, 0, "2"],
    [{ PageSize: 2, TotalCount: undefined }, 1, 0, "2"],
  ])("ends %j with %i rows after %i seen at %s", async (more, rows, seen, next) => {
    const { connection } = await connected(page({ Key: Array.from({ length: rows }, (_, n) => ({ KeyId: `k-${n}` })) }, more));
    expect((await connection.listKeys(SOURCE, { seen })).next).toBe(next);
  });

  it("asks for what it is told, and refuses what no page of this cloud takes", async () => {
    const { connection, asked } = await connected(page({ Key: [KEY] }, { PageNumber: 4 }));
    await connection.listKeys(SOURCE, { pageToken: "4", pageSize: 7 });
    expect(asked[0]?.url.search).toBe("?PageNumber=4&PageSize=7");
    for (const bad of [{ pageToken: "x" }, { pageToken: "0" }, { pageToken: "-1" }, { pageSize: 0 }, { pageSize: 101 }, { pageSize: 1.5 }]) {
      await expect(connection.listKeys(SOURCE, bad)).rejects.toMatchObject({ code: "invalid_query" });
    }
    await expect(connection.listKeys({ region: "evil.example/#", project: null })).rejects.toMatchObject({ code: "unknown_region" });
    expect(asked.length).toBe(1);
  });
});

describe("filters", () => {
  it.each([
    [{ state: ["enabled", "disabled"] }, '[{"Key":"KeyState","Values":["Enabled","Disabled"]}]', ["state"]],
    [{ usage: ["sign-verify"], spec: ["sm2"] }, '[{"Key":"KeyUsage","Values":["SIGN/VERIFY"]},{"Key":"KeySpec","Values":["EC_SM2"]}]', ["usage", "spec"]],
    [
      { instance: ["kst-1"], manager: ["service"], protection: ["hsm"] },
      '[{"Key":"DKMSInstanceId","Values":["kst-1"]},{"Key":"CreatorType","Values":["Service"]},{"Key":"ProtectionLevel","Values":["HSM"]}]',
      ["instance", "manager", "protection"],
    ],
    [{ spec: ["aes-256", "rsa-4096"] }, null, []],
    [{ state: ["frozen"] }, null, []],
    [{ alias: ["a"] }, null, []],
    [{ state: [] }, null, []],
    [{ toString: ["x"] }, null, []],
    [{ instance: Array.from({ length: 11 }, (_, n) => `kst-${n}`) }, null, []],
  ])("pushes %j down as %s", async (filter, json, pushedDown) => {
    const { connection, asked } = await connected(page({ Key: [KEY] }));
    expect((await connection.listKeys(SOURCE, { filter })).pushedDown).toEqual(pushedDown);
    expect(asked[0]?.url.searchParams.get("Filters")).toBe(json);
  });
});

describe("errors", () => {
  it.each([
    [404, "InvalidAccessKeyId.NotFound", "auth"],
    [400, "InvalidAccessKeyId.Inactive", "auth"],
    [403, "Forbidden.AccessKey", "auth"],
    [400, "SignatureDoesNotMatch", "auth"],
    [400, "IncompleteSignature", "auth"],
    [400, "InvalidSecurityToken.Expired", "auth"],
    [400, "MissingSecurityToken", "auth"],
    [403, "Forbidden.NoPermission", "forbidden"],
    [403, "Forbidden.RAM", "forbidden"],
    [403, "NoPermission", "forbidden"],
    [403, "Forbidden.ProhibitedByRiskControl", "forbidden"],
    [403, "Forbidden.RiskControl", "forbidden"],
    [403, "Forbidden.InDebt", "forbidden"],
    [403, "Forbidden.InDebtOverdue", "forbidden"],
    [403, "Forbidden.KmsServiceNotEnabled", "not-enabled"],
    [403, "Forbidden.UbsmsInvalidUserid", "not-enabled"],
    [403, "Forbidden.UbsmsInvalidBid", "not-enabled"],
    [404, "Forbidden.KeyNotFound", "not-found"],
    [404, "Forbidden.AliasNotFound", "not-found"],
    [404, "Forbidden.KeyVersionNotFound", "not-found"],
    [404, "Forbidden.ResourceNotFound", "not-found"],
    [404, "Forbidden.DKMSInstanceNotFound", "not-found"],
    [404, "EntityNotExist.Key", "not-found"],
    [400, "InvalidParameter", "protocol"],
    [400, "MissingKeyId", "protocol"],
    [400, "ParseRequestParameterException", "protocol"],
    [403, "UnsupportedHTTPMethod", "protocol"],
    [404, "InvalidApi.NotFound", "protocol"],
    [404, "InvalidProduct.NotFound", "protocol"],
    [404, "InvalidProtocol.NeedSsl", "protocol"],
    [409, "Rejected.Disabled", "protocol"],
    [429, "Rejected.Throttling", "throttled"],
    [400, "Throttling", "throttled"],
    [400, "Throttling.User", "throttled"],
    [400, "Throttling.Api", "throttled"],
    [500, "InternalFailure", "unavailable"],
    [500, "InternalError", "unavailable"],
    [503, "ServiceUnavailable", "unavailable"],
    [503, "ServiceUnavailableTemporary", "unavailable"],
    [503, "SerivceUnavailableTemporary", "unavailable"],
    [400, "SignatureNonceUsed", "unavailable"],
    [200, "Forbidden.KeyNotFound", "not-found"],
    [404, "Brand.New", "protocol"],
    [403, "Brand.New", "forbidden"],
    [401, "Brand.New", "auth"],
    [429, "Brand.New", "throttled"],
    [502, "Brand.New", "unavailable"],
  ])("reads %i %s as %s", async (status, Code, kind) => {
    const { connection } = await connected({
      status,
      body: JSON.stringify({ RequestId: "rid-body", HostId: "h", Code, Message: "string to sign is: secret-ish" }),
    });
    const error = await connection.describeKey(SOURCE, "k-1").catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind, code: Code, status, requestId: "rid-body", operation: "DescribeKey" });
    expect(String(error)).not.toContain("secret-ish");
  });

  it("names the permission that is missing", async () => {
    const { connection } = await connected({
      status: 403,
      body: JSON.stringify({ Code: "Forbidden.NoPermission", AccessDeniedDetail: { AuthAction: "kms:DescribeKey" } }),
    });
    await expect(connection.describeKey(SOURCE, "k-1")).rejects.toMatchObject({ advice: "Grant kms:DescribeKey in the RAM policy of this user or role." });
  });

  it("takes the cloud's time when ours is off, and asks again once", async () => {
    const late = { status: 400, headers: { date: "Sun, 06 Nov 2044 08:49:37 GMT" }, body: JSON.stringify({ Code: "InvalidTimeStamp.Expired" }) };
    const { connection, asked } = await connected(late, page({ Key: [KEY] }));
    expect((await connection.listKeys(SOURCE)).items.length).toBe(1);
    expect(asked.length).toBe(2);
    const stuck = await connected(late);
    await expect(stuck.connection.listKeys(SOURCE)).rejects.toMatchObject({ kind: "auth", advice: expect.stringContaining("clock") });
    expect(stuck.asked.length).toBe(2);
  });
});
