import { describe, expect, it } from "vitest";
import { allowedUrl } from "../allowed-url.ts";
import { cloudOf } from "../registry.ts";
import { connectTo } from "../testing/connect-to.ts";
import { DIALECTS, dialectOf, HOSTS } from "./dialects.ts";
import { iamUrl, kmsUrl } from "./endpoints.ts";

const huawei = cloudOf("huawei");
const at = (overrides: Record<string, string> = {}, home: string | null = null) => ({ cloud: huawei, overrides, home });
const KEY = JSON.stringify({ key_info: { key_id: "0d0466b0-e727-4d9c-b35d-f84bb474a37f" } });

describe("dialects", () => {
  it.each([
    ["cn-north-4", "kms.cn-north-4.myhuaweicloud.com", "iam.cn-north-4.myhuaweicloud.com"],
    ["eu-west-101", "kms.eu-west-101.myhuaweicloud.eu", "iam.eu-west-101.myhuaweicloud.eu"],
    ["eu-west-102", "kms.eu-west-102.myhuaweicloud.eu", "iam.eu-west-102.myhuaweicloud.eu"],
    ["eu-west-0", "kms.eu-west-0.prod-cloud-ocb.orange-business.com", "iam.eu-west-0.prod-cloud-ocb.orange-business.com"],
    ["eu-de", "kms.eu-de.otc.t-systems.com", "iam.eu-de.otc.t-systems.com"],
    ["eu-nl", "kms.eu-nl.otc.t-systems.com", "iam.eu-nl.otc.t-systems.com"],
    ["eu-ch2", "kms.eu-ch2.sc.otc.t-systems.com", "iam-pub.eu-ch2.sc.otc.t-systems.com"],
  ])("asks %s at %s and %s, which credentials may go to", (region, kms, iam) => {
    const urls = [kmsUrl(at(), region, "/v1.0/p/kms/list-keys"), iamUrl(at(), region, "/v3/auth/tokens")];
    expect(urls.map(({ host }) => host)).toEqual([kms, iam]);
    for (const url of urls) expect(allowedUrl(huawei, url, [])).toBe("cloud");
  });

  it("knows every region once, and no host by its ending", () => {
    expect(new Set(huawei.regions).size).toBe(huawei.regions.length);
    for (const region of huawei.regions) expect(DIALECTS.filter((dialect) => dialect === dialectOf(region))).toHaveLength(1);
    for (const host of ["obs.eu-de.otc.t-systems.com", "kms.eu-fr.otc.t-systems.com", "kms.evil.otc.t-systems.com", "kms.eu-de.otc.t-systems.com.evil.example"])
      expect(allowedUrl(huawei, new URL(`https://${host}/`), [])).toBeNull();
    expect(HOSTS.every((host) => !host.startsWith("."))).toBe(true);
  });

  it("asks IAM without a region at the account's home, else at the central host", () => {
    expect(iamUrl(at({}, "eu-de"), null, "/v3").host).toBe("iam.eu-de.otc.t-systems.com");
    expect(iamUrl(at(), null, "/v3").host).toBe("iam.myhuaweicloud.com");
  });

  it("takes an alias and a URN where the site does, and refuses them where it does not", async () => {
    const { connection, asked } = await connectTo("huawei", KEY);
    const urn = "kms:eu-de:00074811d5c27c4f8d48bb91e4a1dcfd:alias:test";
    for (const identifier of ["alias/test", urn]) {
      expect(huawei.takesIdentifier(identifier)).toBe(true);
      expect((await connection.describeKey({ region: "eu-de", project: "p" }, identifier)).value.keyId).toBe("0d0466b0-e727-4d9c-b35d-f84bb474a37f");
      for (const region of ["cn-north-4", "eu-ch2", "eu-west-0", "eu-west-101"])
        await expect(connection.describeKey({ region, project: "p" }, identifier)).rejects.toMatchObject({ code: "unsupported_identifier" });
    }
    expect(asked.map(({ body }) => JSON.parse(body).key_id)).toEqual(["alias/test", urn]);
    for (const odd of ["test", "alias/", "alias/../x y", "arn:x"]) expect(huawei.takesIdentifier(odd)).toBe(false);
  });

  it("does not take another key's description for the one that was asked for", async () => {
    const { connection } = await connectTo("huawei", KEY);
    await expect(connection.describeKey({ region: "cn-north-4", project: "p" }, "2e258389-bb1e-4568-a1d5-e1f50adf70ea")).rejects.toMatchObject({
      kind: "protocol",
    });
  });

  it("does not ask for aliases where the site has no list of them, and does not call that none", async () => {
    const { connection, asked } = await connectTo("huawei", KEY);
    const source = { region: "eu-de", project: "p" };
    const page = await connection.sweeps[0]?.page(source, { pageToken: null, keyIds: ["k"] });
    expect(page?.readings).toMatchObject([{ keyId: "k", values: {}, absent: { aliases: { reason: "unreported" } } }]);
    expect((await connection.sweepsOfOne?.[0]?.read(source, "k"))?.value.absent.aliases).toMatchObject({ reason: "unreported" });
    const line = connection.preflight.find(({ action }) => action === "kms:alias:list");
    await expect(line?.try(source, null)).rejects.toMatchObject({ kind: "not-enabled" });
    expect(asked).toEqual([]);
  });
});
