import { afterAll, beforeAll, expect, test } from "vitest";
import { aboutSource, type Emulators, startEmulators, type WorldAccount, type WorldKey } from "../index.ts";
import { quotasOf } from "./quotas-of.ts";
import { accountNamed } from "../testing/account-named.ts";
import { callAlibaba } from "../testing/call-alibaba.ts";

let emulators: Emulators;
let payments: WorldAccount;
let lake: WorldAccount;
beforeAll(async () => {
  emulators = await startEmulators();
  payments = accountNamed(emulators.world, "Payments prod");
  lake = accountNamed(emulators.world, "Data lake");
});
afterAll(() => emulators.close());

async function ask(account: WorldAccount, region: string, action: string, query: Record<string, string> = {}) {
  const { accessKeyId = "", accessKeySecret = "" } = account.credential;
  return callAlibaba({ url: `${emulators.clouds.alibaba.origin}/${region}`, action, query, credential: { accessKeyId, accessKeySecret } });
}
function named(account: WorldAccount, alias: string): WorldKey {
  const found = account.keys.find((key) => key.facts.alias === `alias/${alias}`);
  if (!found) throw new Error(`the world lost ${alias}`);
  return found;
}

test("versions come in pages, oldest first, and only DescribeKey names the primary one", async () => {
  const key = named(lake, "lake/bronze-raw");
  expect(key.extras.versions).toHaveLength(105);
  const ids: unknown[] = [];
  for (const PageNumber of ["1", "2"]) {
    const { body } = await ask(lake, key.region, "ListKeyVersions", { KeyId: "alias/lake/bronze-raw", PageSize: "100", PageNumber });
    expect(body.TotalCount).toBe(105);
    ids.push(...(body.KeyVersions as { KeyVersion: { KeyVersionId: string }[] }).KeyVersion.map((version) => version.KeyVersionId));
  }
  expect(ids).toEqual(key.extras.versions.map((version) => version.id));
  const { body } = await ask(lake, key.region, "DescribeKey", { KeyId: key.keyId });
  expect((body.KeyMetadata as Record<string, string>).PrimaryKeyVersion).toBe(ids.at(-1));
  const KeyVersionId = String(ids[3]);
  expect(await ask(lake, key.region, "DescribeKeyVersion", { KeyId: key.keyId, KeyVersionId })).toMatchObject({ body: { KeyVersion: { KeyVersionId } } });
  expect(await ask(lake, key.region, "DescribeKeyVersion", { KeyId: key.keyId, KeyVersionId: "none" })).toMatchObject({
    status: 404,
    body: { Code: "Forbidden.KeyVersionNotFound" },
  });
});

test("a key that waits for its material has no version, and versions can be denied", async () => {
  const waiting = named(payments, "hsm/partner-zone");
  expect((await ask(payments, waiting.region, "ListKeyVersions", { KeyId: waiting.keyId })).body).toMatchObject({
    TotalCount: 0,
    KeyVersions: { KeyVersion: [] },
  });
  const denied = named(payments, "billing/invoice-sign");
  expect(denied.extrasAbsent.versions).toBe("denied");
  expect((await ask(payments, denied.region, "ListKeyVersions", { KeyId: denied.keyId })).status).toBe(403);
});

test("every version count is what the rotations make it", () => {
  for (const { facts, extras, keyId } of emulators.world.accounts.flatMap((account) => account.keys)) {
    expect(extras.versions.length > 0, keyId).toBe(facts.state !== "pending-import");
    expect(extras.versions.at(-1)?.createdAt ?? facts.createdAt, keyId).toBe(facts.lastRotatedAt ?? facts.createdAt);
    expect(new Set(extras.versions.map((version) => version.id)).size).toBe(extras.versions.length);
  }
});

test("a policy is text, stands only with keys of an instance, and need not be JSON", async () => {
  const policyOf = async (key: WorldKey) => (await ask(payments, key.region, "GetKeyPolicy", { KeyId: key.arn ?? "", PolicyName: "default" })).body;
  const cut = named(payments, "hsm/partner-zone");
  expect(await policyOf(cut)).toMatchObject({ Policy: cut.extras.policy });
  expect(() => JSON.parse(cut.extras.policy ?? "")).toThrow();
  const long = named(payments, "payments/batch-mac");
  expect(((await policyOf(long)).Policy as string).length).toBeGreaterThan(30_000);
  expect(await policyOf(named(payments, "payments/terminal-3des"))).toMatchObject({
    Code: "Forbidden.NoPermission",
    AccessDeniedDetail: { AuthAction: "kms:GetKeyPolicy" },
  });
  const plain = named(payments, "payments/legacy-vault");
  expect(plain.extrasAbsent.policy).toBe("not-applicable");
  expect(await policyOf(plain)).toMatchObject({ Code: "Forbidden.ResourceNotFound" });
});

test("instances are listed and told one by one; an unknown one is an empty success", async () => {
  const { instances } = aboutSource(lake, { region: "cn-hangzhou", project: null });
  const { body } = await ask(lake, "cn-hangzhou", "ListKmsInstances");
  expect((body.KmsInstances as { KmsInstance: { KmsInstanceId: string }[] }).KmsInstance.map((each) => each.KmsInstanceId)).toEqual(
    instances?.map((each) => each.id),
  );
  for (const { id, name, endsAt } of instances ?? []) {
    const one = (await ask(lake, "cn-hangzhou", "GetKmsInstance", { KmsInstanceId: id })).body.KmsInstance;
    expect(one).toMatchObject({ InstanceId: id, InstanceName: name, EndDate: `${endsAt?.slice(0, 19)}Z`, SecretNum: expect.any(String) });
  }
  expect(await ask(lake, "cn-hangzhou", "GetKmsInstance", { KmsInstanceId: "kst-nobody" })).toMatchObject({
    status: 200,
    body: { KmsInstance: { InstanceId: "" } },
  });
});

test("a key of a shared instance is described by its ARN in another account, and listed only in its own", async () => {
  const key = named(lake, "audit/trail-seal");
  const metadata = { KeyId: key.keyId, Arn: key.arn, Creator: lake.cloudAccount };
  expect(await ask(payments, key.region, "DescribeKey", { KeyId: key.arn ?? "" })).toMatchObject({ status: 200, body: { KeyMetadata: metadata } });
  expect((await ask(payments, key.region, "DescribeKey", { KeyId: key.keyId })).status).toBe(404);
  expect((await ask(payments, key.region, "DescribeKey", { KeyId: named(lake, "lake/bronze-raw").arn ?? "" })).status).toBe(404);
});

test("where the older revision runs, the newer filter keys are refused and the older ones work", async () => {
  const older = await startEmulators({ olderFilters: ["cn-hangzhou"] });
  const list = async (region: string, Key: string, value: string) => {
    const query = { Filters: JSON.stringify([{ Key, Values: [value] }]) };
    return (await callAlibaba({ url: `${older.clouds.alibaba.origin}/${region}`, action: "ListKeys", query, credential: payments.credential })).status;
  };
  const asked = [list("cn-hangzhou", "TagKey", "env"), list("cn-shanghai", "TagKey", "env"), list("cn-hangzhou", "KeyState", "Enabled")];
  expect(await Promise.all(asked)).toEqual([400, 200, 200]);
  await older.close();
});

test("with quotas, the status calls share one a second", async () => {
  const strict = await startEmulators({ quotas: true });
  const call = async (action: string) =>
    (await callAlibaba({ url: `${strict.clouds.alibaba.origin}/cn-hangzhou`, action, query: { KmsInstanceId: "kst-1" }, credential: payments.credential }))
      .status;
  const statuses = await Promise.all([call("DescribeAccountKmsStatus"), call("ListKmsInstances"), call("GetKmsInstance")]);
  expect(statuses.sort()).toEqual([200, 429, 429]);
  await strict.close();
});

test("nearly all reads share fifty a second in a region, tags of one key have three hundred of their own", () => {
  const of = (operation: string, region = "cn-hangzhou") => quotasOf({ operation, region, project: null, keyId: null, page: null }, payments);
  for (const action of ["ListKeys", "DescribeKeyVersion", "ListKeyVersions", "ListAliases", "ListAliasesByKeyId", "ListTagResources", "DescribeRegions"])
    expect(of(action)).toEqual(of("DescribeKey"));
  expect(of("DescribeKey")).toMatchObject([{ perSecond: 50 }]);
  expect(of("DescribeKey", "cn-shanghai")).not.toEqual(of("DescribeKey"));
  expect(of("ListResourceTags")).toMatchObject([{ perSecond: 300 }]);
});

test("aliases of one key, and the newer filters", async () => {
  const key = lake.keys.find((each) => each.facts.aliases.length > 2 && each.region === "cn-hangzhou");
  if (!key) throw new Error("no key with many names");
  const { body } = await ask(lake, key.region, "ListAliasesByKeyId", { KeyId: key.keyId });
  expect((body.Aliases as { Alias: { AliasName: string }[] }).Alias.map((each) => each.AliasName)).toEqual([...key.facts.aliases].sort());
  const count = async (Key: string, value: string) =>
    (await ask(lake, key.region, "ListKeys", { Filters: JSON.stringify([{ Key, Values: [value] }]) })).body.TotalCount;
  const held = lake.keys.filter((each) => each.region === key.region);
  expect(await count("AliasName", key.facts.aliases[1] ?? "")).toBe(1);
  expect(await count("keyId", key.keyId)).toBe(1);
  expect(await count("Creator", "Ecs")).toBe(1);
  expect(await count("TagKey", "env")).toBe(held.filter((each) => "env" in each.facts.tags).length);
  expect(await count("TagValue", "lake")).toBe(held.filter((each) => Object.values(each.facts.tags).includes("lake")).length);
});
