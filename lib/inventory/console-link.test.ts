import { expect, test } from "vitest";
import { CLOUD_REGISTRY } from "../clouds/registry.ts";
import { consoleLink } from "./console-link.ts";

const { alibaba, huawei } = CLOUD_REGISTRY;
const key = { region: "cn-hangzhou", keyId: "key-hzz6fafb9ef57777b85709", manager: "customer" as const };

test("a key at the cloud's own address leads to its page in the vendor's console", () => {
  expect(consoleLink(alibaba, {}, key)).toEqual({ url: "https://kms.console.aliyun.com/cn-hangzhou/key/detail/key-hzz6fafb9ef57777b85709" });
  const vpc = { kms: "https://kms-vpc.{region}.aliyuncs.com" };
  expect(consoleLink(alibaba, vpc, key)).toEqual(consoleLink(alibaba, {}, key));
});

test("a console without a page of one key is led to at the list that holds it", () => {
  const { url } = consoleLink(huawei, {}, { ...key, region: "cn-north-4", keyId: "0d0466b0-e727-4d9c-b35d-f84bb474a37f" });
  expect(url).toBe("https://console.huaweicloud.com/dew/?region=cn-north-4#/kms/keyList/customKey");
});

test.each([
  ["a service key's list, of which no address is known", huawei, { ...key, region: "cn-north-4", manager: "service" as const }],
  ["a sister site", huawei, { ...key, region: "eu-de" }],
  ["a region of no shape", alibaba, { ...key, region: "cn/../../evil" }],
])("there is no address for %s", (_, cloud, at) => {
  expect(consoleLink(cloud, {}, at)).toEqual({ url: null, because: "no-address" });
});

test.each(["http://127.0.0.1:4801/{region}", "https://kms.example.org", "https://user@kms.{region}.aliyuncs.com", "no address"])(
  "an account that is asked at %s is led nowhere",
  (kms) => expect(consoleLink(alibaba, { kms }, key)).toEqual({ url: null, because: "own-endpoint" }),
);

test("whatever a key is called, the address stays https, at the console's host, and holds no more than its id", () => {
  for (const keyId of ["../../../x?y#z", "a b", "@evil.example", "密钥"]) {
    const { url } = consoleLink(alibaba, {}, { ...key, keyId });
    expect(new URL(url ?? "")).toMatchObject({ protocol: "https:", host: "kms.console.aliyun.com", search: "", hash: "", username: "" });
    expect(decodeURIComponent(new URL(url ?? "").pathname)).toBe(`/cn-hangzhou/key/detail/${keyId}`);
  }
});
