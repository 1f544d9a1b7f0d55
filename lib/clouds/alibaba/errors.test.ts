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
    [404, "Forbidden.AliasNotFound", "protocol"],
    [404, "Forbidden.KeyVersionNotFound", "protocol"],
    [404, "Forbidden.ResourceNotFound", "protocol"],
    [404, "Forbidden.DKMSInstanceNotFound", "protocol"],
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
    [400, "ServiceUnavailable", "unavailable"],
    [503, "ServiceUnavailableTemporary", "unavailable"],
    [503, "SerivceUnavailableTemporary", "unavailable"],
    [400, "SignatureNonceUsed", "unavailable"],
    [400, "IllegalTimestamp", "auth"],
    [400, "InvalidTimeStamp.Format", "auth"],
    [400, "InvalidSignatureMethod", "auth"],
    [400, "InvalidSecurityToken.Malformed", "auth"],
    [400, "UnsupportedOperation", "protocol"],
    [400, "Rejected.UnsupportedOperation", "protocol"],
    [400, "MissingParameter", "protocol"],
    [404, "InvalidAction.NotFound", "protocol"],
    [404, "InvalidRegionId", "protocol"],
    [400, "Rejected.LimitExceeded", "protocol"],
    [409, "Rejetced.PendingDeletion", "protocol"],
    [429, "Throttling.AllocationQuota", "throttled"],
    [408, "Brand.New", "unavailable"],
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

  it("hears that an alias or ARN names nothing", async () => {
    for (const identifier of ["alias/x", "acs:kms:cn-hangzhou:1:key/k-1"]) {
      const { connection } = await connected({ status: 404, body: JSON.stringify({ RequestId: "r", Code: "Forbidden.AliasNotFound" }) });
      await expect(connection.describeKey(SOURCE, identifier)).rejects.toMatchObject({ kind: "not-found" });
    }
  });

  it("names the permission that is missing, whether or not the cloud does", async () => {
    const code = "Forbidden.NoPermission";
    const told = (AccessDeniedDetail?: unknown) =>
      failed(refusal(403, { Code: code, Message: "This operation [for acs:kms:1] is forbidden", AccessDeniedDetail }));
    const advice = "Grant kms:DescribeKey in the RAM policy of this user or role.";
    for (const detail of [undefined, null, {}, [], "x", { AuthAction: 7 }, { AuthAction: "<b>:x" }]) expect((await told(detail)).advice).toBe(advice);
    expect((await told({ AuthAction: "kms:ListKeys" })).advice).toBe("Grant kms:ListKeys in the RAM policy of this user or role.");
    const denied = await told({ AuthAction: "kms:DescribeKey", NoPermissionType: "ExplicitDeny", EncodedDiagnosticMessage: "AQE" });
    expect(denied.advice).toBe("A policy denies kms:DescribeKey outright: take that statement out, since granting it does not help.");
  });

  it.each([
    [403, "Forbidden.KmsServiceNotEnabled", "KMS is not enabled in this region.", "Activate"],
    [403, "Forbidden.InDebt", "in arrears", "owner"],
    [403, "Forbidden.InDebtOverdue", "in arrears", "owner"],
    [404, "InvalidAccessKeyId.NotFound", "refused the access key", "RAM console"],
    [400, "SignatureDoesNotMatch", "secret is wrong", "RAM console"],
    [400, "InvalidSecurityToken.Expired", "session is over", "new one"],
    [400, "MissingSecurityToken", "security token", "token"],
    [404, "InvalidProtocol.NeedSsl", "https only", "endpoint"],
    [429, "Rejected.Throttling", "fewer calls", "shared"],
    [403, "Forbidden.RiskControl", "risk control", "owner"],
  ])("says what %i %s means and what to do, and nothing of the cloud's own text", async (status, Code, message, advice) => {
    const error = await failed(refusal(status, { HttpStatus: status, Code, Message: "canary", Recommend: "https://canary.example", RequestId: "r-1" }));
    expect([error.message, error.advice, error.requestId]).toEqual([expect.stringContaining(message), expect.stringContaining(advice), "r-1"]);
    expect(JSON.stringify({ ...error, text: String(error) })).not.toContain("canary");
  });

  it("reads the gateway's XML, and takes what has no code of the cloud for somebody else's answer", async () => {
    const xml = '<?xml version="1.0"?><Error><RequestId>r-xml</RequestId><HostId>h</HostId><Code>Throttling.User</Code><Message>m</Message></Error>';
    expect(await failed({ status: 400, body: xml })).toMatchObject({ kind: "throttled", code: "Throttling.User", requestId: "rid-header" });
    expect(await failed({ status: 400, body: xml, headers: { "x-acs-request-id": "" } })).toMatchObject({ requestId: "r-xml" });
    expect(await failed({ status: 403, body: "<html>blocked</html>" })).toMatchObject({
      kind: "forbidden",
      code: "HTTP 403",
      advice: expect.stringContaining("proxy"),
    });
    expect(await failed({ status: 200, body: xml })).toMatchObject({ kind: "protocol", code: "answer_not_json" });
    expect(await failed({ status: 502, body: "<html>bad gateway</html>" })).toMatchObject({ kind: "unavailable", code: "HTTP 502" });
    expect(await failed({ status: 404, body: "<html>nothing here</html>" })).toMatchObject({ kind: "protocol", advice: expect.stringContaining("endpoint") });
  });

  it("takes the cloud's time when ours is off, and asks again once", async () => {
    const late = refusal(400, { Code: "InvalidTimeStamp.Expired" }, { date: "Sun, 06 Nov 2044 08:49:37 GMT" });
    const { connection, asked } = await connected(late, PAGE);
    expect((await connection.listKeys(SOURCE)).items.length).toBe(1);
    expect(asked.length).toBe(2);
    const stuck = await connected(late);
    await expect(stuck.connection.listKeys(SOURCE)).rejects.toMatchObject({ kind: "auth", advice: expect.stringContaining("clock") });
    expect(stuck.asked.length).toBe(2);
  });

  it.each([
    [17, "The clock is 17 minutes off: this machine's is behind the cloud's."],
    [-17, "The clock is 17 minutes off: this machine's is ahead of the cloud's."],
    [0, "The request's time is too far from the cloud's."],
  ])("says by how much the clock is off: the cloud's is %i minutes ahead", async (minutes, message) => {
    const date = new Date(Date.now() + minutes * 60_000).toUTCString();
    expect(await failed(refusal(400, { Code: "InvalidTimeStamp.Expired" }, { date }))).toMatchObject({ kind: "auth", message });
  });

  it("signs with the cloud's time from the first answer on, however many calls wait", async () => {
    const date = new Date(Date.now() + 1_020_000).toUTCString();
    const { connection, asked } = await connected(refusal(400, { Code: "IllegalTimestamp" }, { date }), PAGE);
    const pages = await Promise.all(Array.from({ length: 6 }, () => connection.listKeys(SOURCE)));
    expect(pages.map(({ items }) => items.length)).toEqual(Array(6).fill(1));
    expect(asked).toHaveLength(7);
  });
});
