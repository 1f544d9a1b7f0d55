import { describe, expect, it } from "vitest";
import { failureOf } from "../testing/failure-of.ts";
import { type Canned, connectTo } from "../testing/connect-to.ts";

const SOURCE = { region: "cn-hangzhou", project: null };
const PAGE = JSON.stringify({ PageNumber: 1, PageSize: 100, RequestId: "rid", TotalCount: 1, Keys: { Key: [{ KeyId: "k-1" }] } });

const connected = (...answers: (Canned | string)[]) => connectTo("alibaba", ...answers);
const refusal = (status: number, body: object, headers: Record<string, string> = {}): Canned => ({ status, headers, body: JSON.stringify(body) });
const failed = async (answer: Canned) => failureOf((await connected(answer)).connection.describeKey(SOURCE, "k-1"));

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
    const { connection, asked } = await connected(late, PAGE);
    expect((await connection.listKeys(SOURCE)).items.length).toBe(1);
    expect(asked.length).toBe(2);
    const stuck = await connected(late);
    await expect(stuck.connection.listKeys(SOURCE)).rejects.toMatchObject({ kind: "auth", advice: expect.stringContaining("clock") });
    expect(stuck.asked.length).toBe(2);
  });
});
