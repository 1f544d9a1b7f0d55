import OpenApiModule, * as openApi from "@alicloud/openapi-client";
import PopModule from "@alicloud/pop-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulators, startEmulators, type WorldAccount } from "../index.ts";

// CommonJS packages: the class is the default export's default in plain Node.
type Constructor<T> = new (config: unknown) => T;
const unwrap = <T>(module: unknown): Constructor<T> => ((module as { default?: unknown }).default ?? module) as Constructor<T>;
const OpenApiClient = unwrap<{ callApi(params: unknown, request: unknown, runtime: unknown): Promise<{ body: Record<string, unknown> }> }>(OpenApiModule);
const PopClient = unwrap<{ request(action: string, params: object, options: object): Promise<Record<string, unknown>> }>(PopModule);

type Call = (region: string, action: string, query: Record<string, string>) => Promise<Record<string, unknown>>;
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

/** The vendor's generic client: V3, ACS3-HMAC-SHA256. */
function callV3(credential: Record<string, string>): Call {
  const { host } = new URL(emulators.clouds.alibaba.origin);
  const client = new OpenApiClient(
    new openApi.Config({
      accessKeyId: credential.accessKeyId,
      accessKeySecret: credential.accessKeySecret,
      securityToken: credential.securityToken,
      endpoint: host,
      protocol: "HTTP",
    }),
  );
  return async (region, action, query) => {
    const params = new openApi.Params({
      action,
      version: "2016-01-20",
      protocol: "HTTP",
      pathname: `/${region}/`,
      method: "POST",
      authType: "AK",
      style: "RPC",
      reqBodyType: "formData",
      bodyType: "json",
    });
    return (await client.callApi(params, new openApi.OpenApiRequest({ query }), {})).body;
  };
}

/** The vendor's older client: V1, HMAC-SHA1. */
function callV1(credential: Record<string, string>, method: "GET" | "POST"): Call {
  return (region, action, query) =>
    new PopClient({
      accessKeyId: credential.accessKeyId,
      accessKeySecret: credential.accessKeySecret,
      securityToken: credential.securityToken,
      endpoint: `${emulators.clouds.alibaba.origin}/${region}`,
      apiVersion: "2016-01-20",
    }).request(action, query, { method });
}

/** All keys of a region, by pages of 100, as `id state` (or `id refused`). */
async function readRegion(call: Call, region: string): Promise<string[]> {
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

const WITNESSES: [string, (credential: Record<string, string>) => Call][] = [
  ["openapi-client, V3", callV3],
  ["pop-core, V1 by POST", (credential) => callV1(credential, "POST")],
  ["pop-core, V1 by GET", (credential) => callV1(credential, "GET")],
];

for (const [witness, open] of WITNESSES) {
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
