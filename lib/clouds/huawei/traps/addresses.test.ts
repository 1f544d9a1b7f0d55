import { describe, expect, it } from "vitest";
import { allowedUrl } from "#lib/clouds/allowed-url.ts";
import type { Io } from "#lib/clouds/cloud.ts";
import { huawei } from "../index.ts";
import { useHuawei } from "./testing/use-huawei.ts";

/** Where a call of a region would go: an access key's listing, and its discovery. */
async function addressesOf(region: string): Promise<URL[]> {
  const urls: URL[] = [];
  const unsent = new Error("not sent");
  const io: Io = {
    now: () => new Date(),
    send: async (call) => {
      urls.push(call.build().url);
      throw unsent;
    },
  };
  const credential = { type: "access-key", accessKeyId: "AK", secretAccessKey: "SK" };
  const connection = huawei.connect({ credential, endpoints: {}, projects: {}, home: region }, io);
  for (const work of [connection.listKeys({ region, project: "p1" }), connection.regions()]) await expect(work).rejects.toBe(unsent);
  return urls;
}

describe("addresses", () => {
  it.each([
    ["cn-north-4", "kms.cn-north-4.myhuaweicloud.com", "iam.cn-north-4.myhuaweicloud.com"],
    ["af-south-1", "kms.af-south-1.myhuaweicloud.com", "iam.af-south-1.myhuaweicloud.com"],
    ["eu-west-101", "kms.eu-west-101.myhuaweicloud.eu", "iam.eu-west-101.myhuaweicloud.eu"],
    ["eu-west-0", "kms.eu-west-0.prod-cloud-ocb.orange-business.com", "iam.eu-west-0.prod-cloud-ocb.orange-business.com"],
    ["eu-de", "kms.eu-de.otc.t-systems.com", "iam.eu-de.otc.t-systems.com"],
    ["eu-nl", "kms.eu-nl.otc.t-systems.com", "iam.eu-nl.otc.t-systems.com"],
  ])("34: %s is asked at %s and %s, which belong to the cloud", async (region, ...hosts) => {
    const urls = await addressesOf(region);
    expect(urls.map(({ host }) => host)).toEqual(hosts);
    for (const url of urls) expect(allowedUrl(huawei, url, [])).toBe("cloud");
  });

  it.each([
    "kms.eu-de.myhuaweicloud.com.example.org",
    "kms.eu-west-101.myhuaweicloud.eu.evil.example",
    "evil.prod-cloud-ocb.orange-business.com",
    "obs.eu-de.otc.t-systems.com",
  ])("34: %s belongs to nobody's cloud", (host) => {
    expect(allowedUrl(huawei, new URL(`https://${host}/v1.0/p/kms/list-keys`), [])).toBe(null);
  });
});

describe("endpoints", () => {
  const cloud = useHuawei("Security tools/cn-north-4");

  it.each([
    ["a trailing slash", (origin: string) => ({ kms: `${origin}/{region}/`, iam: `${origin}/iam/` })],
    ["no path at all", (origin: string) => ({ kms: origin, iam: `${origin}/iam` })],
    ["nothing but a slash", (origin: string) => ({ kms: `${origin}/`, iam: `${origin}/iam//` })],
  ])("33: with %s and an explicit port every call is joined and signed alike", async (_, endpoints) => {
    const origin = new URL(cloud.endpoints.kms ?? "").origin;
    expect(await cloud.read({ endpoints: endpoints(origin) })).toEqual(["read"]);
    expect(await cloud.said()).toEqual(cloud.truth());
    expect(cloud.calls.all().filter(({ status }) => status === 401)).toEqual([]);
    expect(cloud.calls.of("aliases").length).toBeGreaterThan(0);
    expect(cloud.calls.all().every(({ path }) => !path.includes("//"))).toBe(true);
  });
});
