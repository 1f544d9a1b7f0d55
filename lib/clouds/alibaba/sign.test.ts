import { describe, expect, it } from "vitest";
import { signAcs3 } from "./sign.ts";

const key = { id: "YourAccessKeyId", secret: "YourAccessKeySecret", token: null };

describe("signAcs3", () => {
  it("gives the signature of the vendor's worked example (help centre, V3 request structure and signature)", () => {
    const params = { ImageId: "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd", RegionId: "cn-shanghai" };
    const request = signAcs3(
      {
        endpoint: new URL("https://ecs.cn-shanghai.aliyuncs.com/"),
        action: "RunInstances",
        version: "2014-05-26",
        params,
        at: new Date("2023-10-26T10:22:32.987Z"),
        nonce: "3156853299f313e23d1673dc12e1703d",
      },
      key,
    );
    expect(request.headers.authorization).toBe(
      "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version," +
        "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
    );
    expect(request.method).toBe("POST");
  });

  it("signs the token of a temporary key, and encodes what RFC 3986 encodes", () => {
    const request = signAcs3(
      {
        endpoint: new URL("http://127.0.0.1:4801/cn-hangzhou"),
        action: "ListKeys",
        version: "2016-01-20",
        params: { Filters: '[{"Key":"KeyUsage","Values":["ENCRYPT/DECRYPT *~!\'()"]}]', B: "" },
        at: new Date(0),
      },
      { ...key, token: "sts" },
    );
    expect(request.headers.authorization).toContain("x-acs-accesskey-id;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-security-token;");
    expect(request.url.href).toBe(
      "http://127.0.0.1:4801/cn-hangzhou?B=&Filters=%5B%7B%22Key%22%3A%22KeyUsage%22%2C%22Values%22%3A%5B%22ENCRYPT%2FDECRYPT%20%2A~%21%27%28%29%22%5D%7D%5D",
    );
    expect(request.headers.host).toBe("127.0.0.1:4801");
  });

  it("uses a new nonce for every request", () => {
    const at = { endpoint: new URL("https://kms.cn-hangzhou.aliyuncs.com"), action: "ListKeys", version: "2016-01-20", params: {}, at: new Date(0) };
    expect(signAcs3(at, key).headers["x-acs-signature-nonce"]).not.toBe(signAcs3(at, key).headers["x-acs-signature-nonce"]);
  });
});
