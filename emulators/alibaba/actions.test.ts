import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulators, startEmulators, type WorldAccount } from "../index.ts";
import { accountNamed } from "../testing/account-named.ts";
import { callAlibaba } from "../testing/call-alibaba.ts";

let emulators: Emulators;
let lake: WorldAccount;
beforeAll(async () => {
  emulators = await startEmulators();
  lake = accountNamed(emulators.world, "Data lake");
});
afterAll(() => emulators.close());

interface Page {
  Keys: { Key: { KeyId: string }[] };
  TotalCount: number;
  PageSize: number;
  PageNumber: number;
}

async function ask(account: WorldAccount, region: string, action: string, query: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const { accessKeyId = "", accessKeySecret = "" } = account.credential;
  return (await callAlibaba({ url: `${emulators.clouds.alibaba.origin}/${region}`, action, query, credential: { accessKeyId, accessKeySecret } })).body;
}
const list = async (query: Record<string, string>, region = "cn-hangzhou") => (await ask(lake, region, "ListKeys", query)) as unknown as Page;
const filtered = async (filters: unknown, region?: string) => (await list({ Filters: JSON.stringify(filters) }, region)).TotalCount;
const held = (region: string) => lake.keys.filter((key) => key.region === region);

test("a page holds 10 keys unless asked, 100 at most, and the last page is short", async () => {
  const all = held("cn-hangzhou").length;
  expect(all).toBeGreaterThan(100);
  expect((await list({})).Keys.Key).toHaveLength(10);
  expect((await list({ PageSize: "100" })).Keys.Key).toHaveLength(100);
  expect(await list({ PageSize: "100", PageNumber: "2" })).toMatchObject({ PageNumber: 2, PageSize: 100, TotalCount: all });
  expect((await list({ PageSize: "100", PageNumber: "2" })).Keys.Key).toHaveLength(all - 100);
  expect((await list({ PageSize: "100", PageNumber: "9" })).Keys.Key).toEqual([]);
  for (const query of [{ PageSize: "101" } as Record<string, string>, { PageSize: "0" }, { PageNumber: "0" }, { PageNumber: "x" }]) {
    expect(await list(query)).toMatchObject({ Code: "InvalidParameter" });
  }
});

test("filters: OR inside a key, AND between keys, entries of one key merged", async () => {
  const count = (wanted: (key: WorldAccount["keys"][number]) => boolean) => held("cn-hangzhou").filter(wanted).length;
  const off = count((key) => key.facts.state === "disabled" && key.facts.spec === "aes-256");
  const both = count((key) => ["disabled", "pending-deletion"].includes(key.facts.state ?? "") && key.facts.spec === "aes-256");
  expect(both).toBeGreaterThan(off);
  const spec = { Key: "KeySpec", Values: ["Aliyun_AES_256"] };
  expect(await filtered([{ Key: "KeyState", Values: ["Disabled"] }, spec])).toBe(off);
  expect(await filtered([{ Key: "KeyState", Values: ["Disabled", "PendingDeletion"] }, spec])).toBe(both);
  expect(await filtered([{ Key: "KeyState", Values: ["Disabled"] }, { Key: "KeyState", Values: ["PendingDeletion"] }, spec])).toBe(both);
  expect(await filtered([{ Key: "CreatorType", Values: ["Service"] }])).toBe(3);
  expect(await filtered([{ Key: "DKMSInstanceId", Values: ["kst-hzz65aa01b2c3d4e5lake"] }])).toBe(
    count((key) => key.facts.instance === "kst-hzz65aa01b2c3d4e5lake"),
  );
});

test("a value that the region does not know is ignored, not refused", async () => {
  expect(await filtered([{ Key: "ProtectionLevel", Values: ["HSM"] }], "eu-central-1")).toBe(held("eu-central-1").length);
  expect(await filtered([{ Key: "KeySpec", Values: ["EC_SM2", "RSA_2048"] }], "eu-central-1")).toBe(
    held("eu-central-1").filter((key) => key.facts.spec === "rsa-2048").length,
  );
  expect(await filtered([{ Key: "ProtectionLevel", Values: ["HSM"] }])).toBe(held("cn-hangzhou").filter((key) => key.facts.protection === "hsm").length);
});

test("a filter that is not of the documented form is refused", async () => {
  for (const Filters of [
    "[",
    "{}",
    '[{"Key":"Colour","Values":["red"]}]',
    '[{"Key":"KeyState"}]',
    JSON.stringify(Array.from({ length: 11 }, () => ({ Key: "KeyState", Values: [] }))),
  ]) {
    expect(await list({ Filters })).toMatchObject({ Code: "InvalidParameter" });
  }
});

test("a key is described by id, alias and ARN, and never by another name", async () => {
  const key = held("cn-hangzhou").find((each) => each.facts.alias === "alias/lake/bronze-raw");
  if (!key?.arn) throw new Error("the world lost alias/lake/bronze-raw");
  for (const KeyId of [key.keyId, "alias/lake/bronze-raw", key.arn]) {
    expect(await ask(lake, "cn-hangzhou", "DescribeKey", { KeyId })).toMatchObject({
      KeyMetadata: { KeyId: key.keyId, AutomaticRotation: "Enabled", RotationInterval: "31536000s" },
    });
  }
  expect(await ask(lake, "cn-hangzhou", "DescribeKey", { KeyId: "nobody" })).toMatchObject({ Code: "Forbidden.KeyNotFound" });
  expect(await ask(lake, "cn-hangzhou", "DescribeKey", { KeyId: "alias/nobody" })).toMatchObject({ Code: "Forbidden.AliasNotFound" });
  expect(await ask(lake, "cn-hangzhou", "DescribeKey")).toMatchObject({ Code: "MissingKeyId" });
});

test("every member is a string, and a key that was never rotated repeats its creation time", async () => {
  const key = held("cn-hangzhou").find((each) => each.facts.state === "enabled" && each.facts.rotation === "off" && each.facts.lastRotatedAt === null);
  const { KeyMetadata } = (await ask(lake, "cn-hangzhou", "DescribeKey", { KeyId: key?.keyId ?? "" })) as { KeyMetadata: Record<string, unknown> };
  expect(new Set(Object.values(KeyMetadata).map((value) => typeof value))).toEqual(new Set(["string"]));
  expect(KeyMetadata).toMatchObject({ LastRotationDate: KeyMetadata.CreationDate, DeleteDate: "", MaterialExpireTime: "" });
  expect(KeyMetadata).not.toHaveProperty("RotationInterval");
});

test("aliases and tags of a region are told in pages", async () => {
  const aliases = held("cn-hangzhou").flatMap((key) => key.facts.aliases);
  expect(await ask(lake, "cn-hangzhou", "ListAliases", { PageSize: "2" })).toMatchObject({
    TotalCount: aliases.length,
    Aliases: { Alias: [{ AliasName: [...aliases].sort()[0] }, {}] },
  });
  const rows = held("cn-hangzhou").flatMap((key) => Object.keys(key.facts.tags));
  const first = await ask(lake, "cn-hangzhou", "ListTagResources", { RegionId: "cn-hangzhou", ResourceType: "key" });
  expect((first.TagResources as { TagResource: unknown[] }).TagResource).toHaveLength(Math.min(200, rows.length));
  const ids = Object.fromEntries(
    held("cn-hangzhou")
      .slice(0, 51)
      .map((key, n) => [`ResourceId.${n + 1}`, key.keyId]),
  );
  expect(await ask(lake, "cn-hangzhou", "ListTagResources", { RegionId: "cn-hangzhou", ResourceType: "key", ...ids })).toMatchObject({
    Code: "InvalidParameter",
  });
});

test("troubled regions refuse in the vendor's words, and a region's list needs no permission", async () => {
  const retail = accountNamed(emulators.world, "Retail 华东");
  expect(await ask(retail, "cn-wulanchabu", "ListKeys")).toMatchObject({ HttpStatus: 403, Code: "Forbidden.KmsServiceNotEnabled" });
  expect(await ask(retail, "cn-wulanchabu", "DescribeAccountKmsStatus")).toMatchObject({ AccountStatus: "NotEnabled" });
  const payments = accountNamed(emulators.world, "Payments prod");
  expect(await ask(payments, "ap-southeast-1", "ListKeys")).toMatchObject({
    Code: "Forbidden.NoPermission",
    AccessDeniedDetail: { AuthAction: "kms:ListKeys" },
  });
  expect(await ask(payments, "ap-southeast-1", "DescribeRegions")).toMatchObject({ Regions: { Region: payments.regions.map((RegionId) => ({ RegionId })) } });
  expect(await ask(payments, "eu-west-1", "ListKeys")).toMatchObject({ TotalCount: 0 });
  expect(await ask(payments, "atlantis-1", "ListKeys")).toMatchObject({ Code: "InvalidRegionId" });
});
