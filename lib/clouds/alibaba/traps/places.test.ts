import { describe, expect, it } from "vitest";
import { addKey } from "#emulators/index.ts";
import { accountNamed } from "#emulators/testing/account-named.ts";
import { openIo } from "#lib/clouds/http.ts";
import { cloudOf } from "#lib/clouds/registry.ts";
import { failureOf } from "#lib/clouds/testing/failure-of.ts";
import { QUICK } from "#lib/clouds/testing/open-emulated.ts";
import type { Account } from "#lib/model/account.ts";
import type { KeysAnswer } from "#lib/model/answers.ts";
import type { KeyDetail } from "#lib/model/key.ts";
import { connectWorldAccount, drain } from "#lib/sync/testing/sync-world.ts";
import { useAlibaba } from "./testing/use-alibaba.ts";

describe("places", () => {
  const cloud = useAlibaba();
  const bySource = async () => Object.fromEntries((await cloud.sources()).map((source) => [source.region, source]));

  it("28: a region that breaks every connection is unread, and the others are whole; a region without keys is read", async () => {
    cloud.strike("ListKeys", { kind: "reset" }, { region: "cn-shanghai" });
    await cloud.read({ regions: ["cn-hangzhou", "cn-shanghai", "eu-central-1", "cn-qingdao"] });
    const sources = await bySource();
    expect(sources["cn-shanghai"]).toMatchObject({
      outcome: "failed",
      lastReadAt: null,
      claimed: null,
      problem: { message: expect.stringContaining("broke the connection") },
    });
    expect(sources["cn-qingdao"]).toMatchObject({ outcome: "read", held: 0, claimed: 0, problem: null });
    for (const region of ["cn-hangzhou", "eu-central-1"]) {
      expect(sources[region]).toMatchObject({ outcome: "read", held: cloud.world.keys.filter((key) => key.region === region).length });
    }
    expect((await cloud.list()).coverage).toMatchObject({ complete: false, sources: 4, read: 3, unread: 1, claimed: null });
  });

  it("28: a host name that does not exist, and a port where nobody listens, are told by their host, and are no empty region", async () => {
    const ask = async (kms: string) => {
      const origin = new URL(kms.replace("{region}", "cn-heyuan")).origin;
      const io = openIo({ cloud: cloudOf("alibaba"), credentialKey: kms, allowedOrigins: [origin], pace: { ...QUICK, tries: 2 } });
      const settings = { credential: cloud.world.credential, endpoints: { kms }, projects: {} };
      return failureOf(cloudOf("alibaba").connect(settings, io).listKeys({ region: "cn-heyuan", project: null }));
    };
    expect(await ask("http://kms.{region}.invalid")).toMatchObject({
      kind: "unavailable",
      code: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/),
      message: expect.stringContaining("kms.cn-heyuan.invalid "),
    });
    expect(await ask("http://127.0.0.1:1/{region}")).toMatchObject({
      kind: "unavailable",
      code: "ECONNREFUSED",
      message: "127.0.0.1:1 refused the connection.",
    });
  });

  it.each(["evil.com/#", "CN-HANGZHOU", "cn-hangzhou.evil.example", "cn-hangzhou@evil", "../sts", "cn-hangzhou\n", ""])(
    "29: region %j never becomes a host name",
    async (region) => {
      await cloud.read();
      cloud.calls.clear();
      const offer = {
        cloud: "alibaba",
        name: "Other",
        regions: [region],
        credential: cloud.world.credential,
        endpoints: cloud.emulators.clouds.alibaba.endpoints,
      };
      const refused = await cloud.ask<{ error: { code: string; field: string } }>("POST /accounts", offer);
      expect([refused.status, refused.body.error.field]).toEqual([400, expect.stringMatching(/^regions/)]);
      if (region) expect((await cloud.ask(`GET /accounts/${cloud.account.id}/regions/${encodeURIComponent(region)}/keys`)).status).toBe(404);
      expect(cloud.calls.all()).toEqual([]);
    },
  );

  it("35: the same key id in two regions and in two accounts is as many keys, told apart by their ARN", async () => {
    const other = accountNamed(cloud.emulators.world, "Data lake");
    const keyId = "key-hzz0000000000000000twin";
    const twins = [
      { world: cloud.world, region: "cn-hangzhou" },
      { world: cloud.world, region: "eu-central-1" },
      { world: other, region: "eu-central-1" },
    ];
    for (const { world, region } of twins)
      addKey(cloud.emulators.world, world, { region, project: null }, { label: "twin", keyId, facts: { description: `${world.name} ${region}` } });
    await cloud.read({ regions: ["cn-hangzhou", "eu-central-1"] });
    await connectWorldAccount(cloud.emulators, other, { regions: ["eu-central-1"] });
    await drain();
    const { rows } = await cloud.list(`id=${keyId}&sort=description`);
    expect(rows.map(({ description }) => description)).toEqual(twins.map(({ world, region }) => `${world.name} ${region}`).sort());
    expect(new Set(rows.map(({ ref }) => ref)).size).toBe(3);
    expect(new Set(rows.map(({ arn }) => arn)).size).toBe(3);
  });

  it("36: a key of another account is described by its ARN, stays that account's, and keeps our own account what it is", async () => {
    await cloud.read();
    const foreign = { keyId: "key-hzz62f1cb66fa42qo0000", arn: "acs:kms:cn-hangzhou:9999000011112222:key/key-hzz62f1cb66fa42qo0000" };
    const metadata = {
      KeyId: foreign.keyId,
      Arn: foreign.arn,
      KeyState: "Enabled",
      KeySpec: "Aliyun_AES_256",
      Creator: "9999000011112222",
      DKMSInstanceId: "kst-shared",
    };
    cloud.strike("DescribeKey", { kind: "answer", status: 200, body: JSON.stringify({ RequestId: "RID-36", KeyMetadata: metadata }) }, { keyId: foreign.arn });
    const at = `GET /accounts/${cloud.account.id}/regions/cn-hangzhou/keys`;
    const byArn = await cloud.ask<KeyDetail>(`${at}/${encodeURIComponent(foreign.arn)}`);
    expect(byArn.body).toMatchObject({ keyId: foreign.keyId, arn: foreign.arn, instance: "kst-shared", account: { id: cloud.account.id } });
    const byId = await cloud.ask<{ error: { code: string } }>(`${at}/${foreign.keyId}`);
    expect([byId.status, byId.body.error.code]).toEqual([404, "not_found"]);
    const listed = { KeyId: foreign.keyId, KeyArn: foreign.arn };
    const addForeign = (body: Record<string, unknown>) => ({
      ...body,
      TotalCount: Number(body.TotalCount) + 1,
      Keys: { Key: [...(body.Keys as { Key: unknown[] }).Key, listed] },
    });
    cloud.bend("ListKeys", addForeign, { region: "cn-hangzhou", page: "1" });
    await cloud.readAgain();
    expect(await cloud.row(foreign)).toMatchObject({ presence: "present", state: "enabled", instance: "kst-shared", arn: foreign.arn });
    expect((await cloud.row(cloud.plain(0))).arn).toContain(`:${cloud.world.cloudAccount}:`);
    expect((await cloud.ask<Account>(`GET /accounts/${cloud.account.id}`)).body.problem).toBeNull();
    expect(await cloud.detail(foreign, "?live=true")).toMatchObject({ state: "enabled", instance: "kst-shared", arn: foreign.arn });
    // A listing that lacks it makes it missing and no more: by its ARN the cloud still knows it.
    cloud.calm();
    cloud.strike("DescribeKey", { kind: "answer", status: 200, body: JSON.stringify({ RequestId: "RID-36", KeyMetadata: metadata }) }, { keyId: foreign.arn });
    await cloud.readAgain();
    expect(await cloud.row(foreign)).toMatchObject({ presence: "missing", state: "enabled" });
    const live = await cloud.ask<KeysAnswer>(`GET /live/keys?id=${foreign.keyId}`);
    expect(live.body.rows).toMatchObject([{ presence: "missing", state: "enabled", arn: foreign.arn }]);
    cloud.calm();
    await cloud.readAgain();
    expect((await cloud.row(foreign)).presence).toBe("gone");
  });

  it("37: all regions of an account are read a few at a time, and those that fail are named one by one", async () => {
    const regions = cloudOf("alibaba").regions.filter((region) => !region.includes("finance") && !region.includes("acdr"));
    cloud.strike("ListKeys", { kind: "deny" }, { region: "us-east-1" });
    cloud.strike("ListKeys", { kind: "unavailable" }, { region: "me-east-1" });
    cloud.strike("DescribeKey", { kind: "delay", ms: 5 });
    await cloud.read({ regions });
    const failing = { "us-east-1": "Forbidden.NoPermission", "me-east-1": "ServiceUnavailable", "ap-southeast-1": "Forbidden.NoPermission" };
    const { coverage } = await cloud.list();
    expect(coverage).toMatchObject({ complete: false, sources: regions.length, read: regions.length - 3, unread: 3 });
    expect(Object.fromEntries(coverage.problems.filter(({ operation }) => operation === "ListKeys").map(({ region, code }) => [region, code]))).toEqual(
      failing,
    );
    const held = cloud.world.keys.filter(({ region }) => regions.includes(region) && !Object.hasOwn(failing, region));
    expect(coverage.held).toBe(held.length);
    // Four sources at a time, each with as many calls in flight as the cloud's pace allows.
    expect(Math.max(...cloud.calls.all().map(({ inFlight }) => inFlight))).toBeLessThanOrEqual(4 * cloudOf("alibaba").pace.perSourceInFlight);
  });
});
