import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulators, startEmulators, type WorldAccount } from "../index.ts";
import { type VendorCall, WITNESSES } from "../testing/vendor-alibaba.ts";

interface KeysBody {
  Keys: { Key: { KeyId: string; KeyArn: string }[] };
  TotalCount: number;
  PageSize: number;
}
interface MetadataBody {
  KeyMetadata: { KeyId: string; KeyState: string };
}

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators({ seed: 3 });
});
afterAll(() => emulators.close());

function account(name: string): WorldAccount {
  const found = emulators.world.accounts.find((each) => each.name === name);
  if (!found) throw new Error(`no account ${name}`);
  return found;
}

/** All keys of a region, by pages of 100, as `id state` (or `id refused`). */
async function readRegion(call: VendorCall, region: string): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1, total = 1; ids.length < total; page++) {
    const body = (await call(region, "ListKeys", { PageNumber: String(page), PageSize: "100" })) as unknown as KeysBody;
    ids.push(...body.Keys.Key.map((key) => key.KeyId));
    total = body.TotalCount;
  }
  const words = ids.map(async (KeyId) => {
    const body = await call(region, "DescribeKey", { KeyId }).catch((error: { code?: string }) => {
      if (error.code !== "Forbidden.NoPermission") throw error;
      return { KeyMetadata: { KeyId, KeyState: "refused" } };
    });
    return `${KeyId} ${(body as unknown as MetadataBody).KeyMetadata.KeyState}`;
  });
  return (await Promise.all(words)).sort();
}

const STATES: Record<string, string> = {
  enabled: "Enabled",
  disabled: "Disabled",
  "pending-deletion": "PendingDeletion",
  "pending-import": "PendingImport",
  "frozen-by-risk": "FrozenByRisk",
};

function described(from: WorldAccount, region: string): string[] {
  return from.keys
    .filter((key) => key.region === region)
    .map((key) => `${key.keyId} ${key.absent.state === "denied" ? "refused" : STATES[key.facts.state ?? ""]}`)
    .sort();
}

for (const [witness, openAt] of WITNESSES) {
  const open = (credential: Record<string, string>) => openAt(emulators.clouds.alibaba.origin, credential);

  test(`${witness} gets the whole world of an account back`, async () => {
    const lake = account("Data lake");
    const call = open(lake.otherCredentials[0] ?? {});
    for (const region of lake.regions) expect(await readRegion(call, region), region).toEqual(described(lake, region));
  });

  test(`${witness} opens an account with a security token and meets its troubles`, async () => {
    const payments = account("Payments prod");
    const call = open(payments.otherCredentials.find((credential) => credential.securityToken) ?? {});
    expect(await readRegion(call, "cn-hangzhou")).toEqual(described(payments, "cn-hangzhou"));
    await expect(call("ap-southeast-1", "ListKeys", {})).rejects.toMatchObject({ code: "Forbidden.NoPermission" });
  });

  test(`${witness} is refused with a wrong secret`, async () => {
    const call = open({ ...account("Payments prod").credential, accessKeySecret: "not-the-secret" });
    await expect(call("cn-hangzhou", "ListKeys", {})).rejects.toMatchObject({ code: "SignatureDoesNotMatch" });
  });

  test(`${witness} sends a filter with slashes, quotes and Chinese text`, async () => {
    const call = open(account("Payments prod").credential);
    const Filters = JSON.stringify([
      { Key: "KeyUsage", Values: ["SIGN/VERIFY"] },
      { Key: "AliasName", Values: ["alias/不存在*!'()~"] },
    ]);
    expect(await call("cn-hangzhou", "ListKeys", { Filters })).toMatchObject({ TotalCount: 0, PageSize: 10, Keys: { Key: [] } });
  });
}
