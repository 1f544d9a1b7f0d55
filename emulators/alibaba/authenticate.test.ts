import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulators, startEmulators, type WorldAccount } from "../index.ts";
import { accountNamed } from "../testing/account-named.ts";
import { type AlibabaRequest, callAlibaba } from "../testing/call-alibaba.ts";

let clock = new Date();
let emulators: Emulators;
let payments: WorldAccount;
beforeAll(async () => {
  emulators = await startEmulators({ now: () => clock });
  payments = accountNamed(emulators.world, "Payments prod");
});
afterAll(() => emulators.close());

const call = (more: Partial<AlibabaRequest> = {}) =>
  callAlibaba({ url: `${emulators.clouds.alibaba.origin}/cn-hangzhou`, action: "ListKeys", credential: payments.credential, ...more });
const stamp = (minutes: number) => `${new Date(clock.getTime() + minutes * 60_000).toISOString().slice(0, 19)}Z`;

test("a right signature opens the account", async () => {
  expect(await call()).toMatchObject({ status: 200, body: { PageNumber: 1, PageSize: 10 } });
  expect(await call({ method: "GET", query: { PageSize: "3" } })).toMatchObject({ status: 200, body: { PageSize: 3 } });
});

test("what changes after the signing is refused", async () => {
  for (const tampered of [
    await call({ query: { PageNumber: "1" }, sendQuery: { PageNumber: "2" } }),
    await call({ tamper: { "x-acs-action": "DescribeRegions" } }),
    await call({ tamper: { "x-acs-content-sha256": "0".repeat(64) } }),
    await call({ credential: { ...payments.credential, accessKeySecret: "other" } }),
  ])
    expect(tampered).toMatchObject({ status: 400, body: { Code: "SignatureDoesNotMatch" } });
});

test("every x-acs header must be signed", async () => {
  expect(await call({ tamper: { "x-acs-extra": "1" } })).toMatchObject({ status: 400, body: { Code: "IncompleteSignature" } });
  expect(await call({ tamper: { authorization: "ACS3-HMAC-SHA256 nonsense" } })).toMatchObject({ status: 400, body: { Code: "IncompleteSignature" } });
});

test("a date more than 15 minutes off is refused, one within is not", async () => {
  expect(await call({ date: stamp(-14) })).toMatchObject({ status: 200 });
  for (const minutes of [-16, 16]) expect(await call({ date: stamp(minutes) })).toMatchObject({ status: 400, body: { Code: "InvalidTimeStamp.Expired" } });
  expect(await call({ date: "yesterday" })).toMatchObject({ status: 400, body: { Code: "InvalidTimeStamp.Format" } });
});

test("a nonce works once", async () => {
  expect(await call({ nonce: "n-1" })).toMatchObject({ status: 200 });
  expect(await call({ nonce: "n-1" })).toMatchObject({ status: 400, body: { Code: "SignatureNonceUsed" } });
});

test("an unknown access key is a 404 that is no missing key", async () => {
  const { status, body } = await call({ credential: { accessKeyId: "LTAI5tNobody", accessKeySecret: "x" } });
  expect({ status, Code: body.Code }).toEqual({ status: 404, Code: "InvalidAccessKeyId.NotFound" });
  expect(Object.keys(body).sort()).toEqual(["Code", "HostId", "Message", "Recommend", "RequestId"]);
});

test("an assumed role opens the account until it expires, and only with its token", async () => {
  const sts = { url: `${emulators.clouds.alibaba.origin}/sts`, credential: payments.credential };
  const roleArn = payments.otherCredentials.find((each) => each.roleArn)?.roleArn ?? "";
  const assumed = await callAlibaba({ ...sts, action: "AssumeRole", query: { RoleArn: roleArn, RoleSessionName: "keyatlas", DurationSeconds: "900" } });
  const { AccessKeyId, AccessKeySecret, SecurityToken } = assumed.body.Credentials as Record<string, string>;
  const role = { accessKeyId: AccessKeyId ?? "", accessKeySecret: AccessKeySecret ?? "", securityToken: SecurityToken ?? "" };
  expect(await call({ credential: role })).toMatchObject({ status: 200 });
  expect(await callAlibaba({ ...sts, credential: role, action: "GetCallerIdentity" })).toMatchObject({
    body: { AccountId: payments.cloudAccount, IdentityType: "AssumedRoleUser" },
  });
  expect(await call({ credential: { ...role, securityToken: "" } })).toMatchObject({ status: 400, body: { Code: "MissingSecurityToken" } });
  expect(await call({ credential: { ...role, securityToken: "other" } })).toMatchObject({ body: { Code: "InvalidSecurityToken.MismatchWithAccessKey" } });
  const before = clock;
  clock = new Date(before.getTime() + 901_000);
  expect(await call({ credential: role, date: stamp(0) })).toMatchObject({ status: 400, body: { Code: "InvalidSecurityToken.Expired" } });
  clock = before;
});

test("a role of another account is not found", async () => {
  const url = `${emulators.clouds.alibaba.origin}/sts`;
  const query = { RoleArn: "acs:ram::1:role/other", RoleSessionName: "keyatlas" };
  expect(await callAlibaba({ url, credential: payments.credential, action: "AssumeRole", query })).toMatchObject({
    status: 404,
    body: { Code: "EntityNotExist.Role" },
  });
});

test("who am I names the user and the account number", async () => {
  const url = `${emulators.clouds.alibaba.origin}/sts/`;
  expect(await callAlibaba({ url, credential: payments.credential, action: "GetCallerIdentity" })).toMatchObject({
    status: 200,
    body: { AccountId: payments.cloudAccount, Arn: payments.principal },
  });
});
