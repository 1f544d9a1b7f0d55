import { afterAll, beforeAll, expect, test } from "vitest";
import { aboutSource, type Emulators, startEmulators, type WorldAccount, type WorldKey } from "../index.ts";
import { accountNamed } from "../testing/account-named.ts";
import { type VendorCall, WITNESSES } from "../testing/vendor-alibaba.ts";

const region = "cn-hangzhou";
let emulators: Emulators;
let payments: WorldAccount;
let held: WorldKey[];
beforeAll(async () => {
  emulators = await startEmulators({ seed: 3 });
  payments = accountNamed(emulators.world, "Payments prod");
  held = payments.keys.filter((key) => key.region === region);
});
afterAll(() => emulators.close());

interface Version {
  KeyVersionId: string;
  CreationDate: string;
}

/** All versions of a key by pages of 3, as the world has them. */
async function versionsOf(call: VendorCall, KeyId: string): Promise<unknown[]> {
  const rows: Version[] = [];
  for (let page = 1, total = 1; rows.length < total; page++) {
    const body = await call(region, "ListKeyVersions", { KeyId, PageSize: "3", PageNumber: String(page) });
    rows.push(...(body.KeyVersions as { KeyVersion: Version[] }).KeyVersion);
    total = body.TotalCount as number;
  }
  return rows.map(({ KeyVersionId, CreationDate }) => ({ id: KeyVersionId, createdAt: new Date(CreationDate).toISOString() }));
}

/** The policy's text, or the code of the refusal. */
async function policyOf(call: VendorCall, KeyId: string): Promise<unknown> {
  const body = await call(region, "GetKeyPolicy", { KeyId, PolicyName: "default" }).catch((error: { code?: string }) => ({ Policy: error.code }));
  return body.Policy;
}

function expectedPolicy(key: WorldKey): string | null {
  if (key.extrasAbsent.policy === "denied") return "Forbidden.NoPermission";
  return key.extrasAbsent.policy === "not-applicable" ? "Forbidden.ResourceNotFound" : key.extras.policy;
}

for (const [witness, open] of WITNESSES) {
  test(`${witness} reads versions and policies back`, async () => {
    const call = open(emulators.clouds.alibaba.origin, payments.credential);
    const rotated = held.filter((key) => key.extras.versions.length > 1).slice(0, 8);
    expect(rotated).toHaveLength(8);
    for (const { keyId, extras } of rotated)
      expect(await versionsOf(call, keyId), keyId).toEqual(extras.versions.map(({ id, createdAt }) => ({ id, createdAt })));
    const policies = held.filter((key) => key.facts.instance !== null || key.facts.manager === "service");
    for (const key of policies) expect(await policyOf(call, key.keyId), key.keyId).toBe(expectedPolicy(key));
  });

  test(`${witness} reads instances, status, aliases and tags back`, async () => {
    const call = open(emulators.clouds.alibaba.origin, payments.credential);
    const about = aboutSource(payments, { region, project: null });
    expect(await call(region, "DescribeAccountKmsStatus", {})).toMatchObject({ AccountStatus: "Enabled" });
    const list = await call(region, "ListKmsInstances", { PageSize: "100" });
    const ids = (list.KmsInstances as { KmsInstance: { KmsInstanceId: string }[] }).KmsInstance.map((each) => each.KmsInstanceId);
    const instances = await Promise.all(
      ids.map(async (KmsInstanceId) => (await call(region, "GetKmsInstance", { KmsInstanceId })).KmsInstance as Record<string, string>),
    );
    expect(
      instances.map(({ InstanceId, InstanceName, Status, EndDate }) => [
        InstanceId,
        InstanceName,
        Status?.toLowerCase(),
        new Date(EndDate ?? "").toISOString(),
      ]),
    ).toEqual(about.instances?.map(({ id, name, status, endsAt }) => [id, name, status, endsAt]));
    for (const { keyId: KeyId, facts } of held.slice(0, 12)) {
      const aliases = (await call(region, "ListAliasesByKeyId", { KeyId })).Aliases as { Alias: { AliasName: string }[] };
      expect(aliases.Alias.map((each) => each.AliasName)).toEqual([...facts.aliases].sort());
      const tags = (await call(region, "ListResourceTags", { KeyId })).Tags as { Tag: { TagKey: string; TagValue: string }[] };
      expect(Object.fromEntries(tags.Tag.map((tag) => [tag.TagKey, tag.TagValue]))).toEqual(facts.tags);
    }
  });
}
