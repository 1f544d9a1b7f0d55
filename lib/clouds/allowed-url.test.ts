import { describe, expect, it } from "vitest";
import { CLOUDS } from "../model/vocabulary.ts";
import { allowedUrl } from "./allowed-url.ts";
import { isBlockedAddress } from "./blocked-addresses.ts";
import { checkEndpoint } from "./check-endpoint.ts";
import { endpointUrl } from "./endpoint-url.ts";
import { guardedLookup } from "./guarded-lookup.ts";
import { cloudOf } from "./registry.ts";

const OPERATOR = ["http://127.0.0.1:4801", "https://kms.internal.example"];
const judge = (address: string) => {
  const url = URL.parse(address);
  return CLOUDS.map((id) => url && allowedUrl(cloudOf(id), url, OPERATOR)).find((destination) => destination !== null) ?? null;
};

describe("allowedUrl", () => {
  it("lets every cloud's own endpoints through in every region", () => {
    for (const cloud of CLOUDS.map(cloudOf)) {
      for (const region of cloud.regions) {
        expect(region).toMatch(cloud.regionShape);
        for (const template of Object.values(cloud.endpoints)) expect(allowedUrl(cloud, endpointUrl(cloud, template, region, "/v3/x"), [])).toBe("cloud");
      }
    }
    expect(judge("https://kms.eu-west-101.myhuaweicloud.eu/v1.0/p/kms/list-keys")).toBe("cloud");
  });

  it.each(["http://127.0.0.1:4801/cn-hangzhou", "http://127.1:4801/", "https://kms.internal.example/prefix", "https://kms.internal.example:443"])(
    "lets the operator's origin %s through",
    (address) => {
      expect(judge(address)).toBe("operator");
    },
  );

  const hosts = [
    "127.0.0.1",
    "localhost",
    "0.0.0.0",
    "0",
    "127.1",
    "0x7f.1",
    "0177.0.0.1",
    "2130706433",
    "0x7f000001",
    "①②⑦.⓪.⓪.①",
    "169.254.169.254",
    "0xa9fea9fe",
    "100.100.100.200",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[fd00:ec2::254]",
    "[64:ff9b::7f00:1]",
    "metadata.google.internal",
    "metadata",
    "evil.example",
    "aliyuncs.com",
    "myhuaweicloud.com",
    "kms.aliyuncs.com.evil.example",
    "kms.cn-hangzhou.aliyuncs.com.evil.example",
    "kms.cn-hangzhou.aliyuncs.com.",
    "evil-kms.cn-hangzhou.aliyuncs.com",
    "kms.evil.example.aliyuncs.com",
    "kms..aliyuncs.com",
    "kms.CN_x.aliyuncs.com",
    "kms.cn-hangzhou.aliyuncs.comx",
    "xkms.cn-hangzhou.aliyuncs.com",
    "bucket.oss-cn-hangzhou.aliyuncs.com",
    "1234.cn-hangzhou.fc.aliyuncs.com",
    "bucket.obs.cn-north-4.myhuaweicloud.com",
    "kms.cn-north-4.myhuaweicloud.eu.evil.example",
    "kms.cn-north-4.myhuaweicloud.org",
    "xn--kms-.cn-hangzhou.aliyuncs.com",
    "kms.cn-hangzhou.aliyuncs.com:8443",
    "user@kms.cn-hangzhou.aliyuncs.com",
    "user:pass@kms.cn-hangzhou.aliyuncs.com",
    "kms.cn-hangzhou.aliyuncs.com@evil.example",
    "kms.cn-hangzhou.aliyuncs.com%2f@evil.example",
    "evil.example\\@kms.cn-hangzhou.aliyuncs.com",
    "evil.example#kms.cn-hangzhou.aliyuncs.com",
    "evil.example?kms.cn-hangzhou.aliyuncs.com",
    "kms.internal.example:8443",
    "127.0.0.1:4802",
    "127.0.0.1:4801@evil.example",
  ];
  it.each(hosts)("refuses https://%s, as given and as an account's endpoint", (host) => {
    expect(judge(`https://${host}`)).toBeNull();
    for (const id of CLOUDS)
      expect(() => checkEndpoint(cloudOf(id), `https://${host}`, OPERATOR, "endpoints.kms")).toThrow(
        expect.objectContaining({ code: "endpoint_not_allowed", field: "endpoints.kms" }),
      );
  });

  it.each([
    "http://kms.cn-hangzhou.aliyuncs.com",
    "http://kms.internal.example",
    "ftp://kms.cn-hangzhou.aliyuncs.com",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/plain,x",
    "unix:/tmp/x",
    "ws://127.0.0.1:4801",
    "//kms.cn-hangzhou.aliyuncs.com",
    "kms.cn-hangzhou.aliyuncs.com",
    "",
    "https://",
  ])("refuses %s for its scheme or shape", (address) => {
    expect(judge(address)).toBeNull();
    expect(() => checkEndpoint(cloudOf("alibaba"), address, OPERATOR)).toThrow(expect.objectContaining({ code: "endpoint_not_allowed" }));
  });

  it("takes endpoints with a region, a path and a slash at the end, and no query", () => {
    for (const template of ["http://127.0.0.1:4801/{region}", "http://127.0.0.1:4801/{region}/", "https://kms.{region}.aliyuncs.com"])
      checkEndpoint(cloudOf("alibaba"), template, OPERATOR);
    expect(() => checkEndpoint(cloudOf("alibaba"), "http://127.0.0.1:4801/{region}?x=1", OPERATOR)).toThrow("not the address");
    expect(() => checkEndpoint(cloudOf("alibaba"), "https://{region}", OPERATOR)).toThrow("not one of");
    for (const path of ["%zz", "%ff", "a%00b", "a\0b", "a\nb", "\ud83d"])
      expect(() => checkEndpoint(cloudOf("huawei"), `http://127.0.0.1:4801/${path}/{region}`, OPERATOR)).toThrow("not the address");
  });
});

describe("endpointUrl", () => {
  it("joins paths with and without a slash at the end alike", () => {
    for (const template of ["http://127.0.0.1:4802/{region}", "http://127.0.0.1:4802/{region}/"])
      expect(endpointUrl(cloudOf("huawei"), template, "cn-north-4", "/v1.0/p").href).toBe("http://127.0.0.1:4802/cn-north-4/v1.0/p");
  });

  it.each(["evil.example/#", "cn-hangzhou.evil.example", "CN-HANGZHOU", "", "cn", "cn hangzhou", "cn-hangzhou\n", "../x", "cn-hangzhou@evil"])(
    "refuses the region %j before it reaches a host name",
    (region) => {
      for (const id of CLOUDS)
        expect(() => endpointUrl(cloudOf(id), "https://kms.{region}.aliyuncs.com", region)).toThrow(expect.objectContaining({ code: "unknown_region" }));
    },
  );
});

describe("checked addresses", () => {
  it.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "100.100.100.200",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "192.0.0.192",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:10.0.0.1",
    "::ffff:127.0.0.1",
    "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::",
    "2001:db8::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "ff02::1",
  ])("blocks %s", (address) => expect(isBlockedAddress(address)).toBe(true));

  it.each(["47.97.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "172.32.0.1", "2400:3200::1", "2606:4700::1"])("lets %s through", (address) =>
    expect(isBlockedAddress(address)).toBe(false),
  );

  it("refuses a name with any blocked address, and hands on what it has checked", async () => {
    const looked = (...addresses: string[]) =>
      new Promise((resolve) => {
        const lookup = guardedLookup((_, done) =>
          done(
            null,
            addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
          ),
        );
        lookup("kms.cn-hangzhou.aliyuncs.com", { all: true }, (error, found) => resolve(error ? (error as NodeJS.ErrnoException).code : found));
      });
    expect(await looked("47.97.1.1", "100.100.100.200")).toBe("address_not_allowed");
    expect(await looked("::ffff:169.254.169.254")).toBe("address_not_allowed");
    expect(await looked("47.97.1.1", "47.97.1.2")).toEqual([
      { address: "47.97.1.1", family: 4 },
      { address: "47.97.1.2", family: 4 },
    ]);
  });
});
