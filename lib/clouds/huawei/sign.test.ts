import { AKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js";
import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials.js";
import { describe, expect, it } from "vitest";
import { type Draft, signSdkHmac, withToken } from "./sign.ts";

const key = { id: "AKTEST", secret: "sk-test", token: null };
const at = new Date("2026-03-04T05:06:07.089Z");

/** The vendor's own signer over the same request: the second witness. */
function vendorSignature(draft: Draft, token: string | null): string {
  const headers: Record<string, string> = {
    "content-type": "application/json",
    "X-Sdk-Date": "20260304T050607Z",
    ...(draft.project ? { "X-Project-Id": draft.project } : {}),
    ...(token ? { "X-Security-Token": token } : {}),
  };
  const queryParams = Object.fromEntries(draft.url.searchParams);
  const data = draft.body === "" ? undefined : JSON.parse(draft.body);
  const signed = AKSKSigner.sign(
    { endpoint: `${draft.url.origin}${draft.url.pathname}`, url: "", method: draft.method, headers, data, queryParams, pathParams: {} },
    new BasicCredentials({ ak: key.id, sk: key.secret, projectId: "p" }),
  );
  return String(Object.entries(signed).find(([name]) => name === "Authorization")?.[1]);
}

describe("signSdkHmac", () => {
  it.each<[string, Draft, string | null]>([
    [
      "a list",
      {
        method: "POST",
        url: new URL("https://kms.cn-north-4.myhuaweicloud.com/v1.0/abc/kms/list-keys"),
        body: '{"limit":"2000","key_spec":"ALL"}',
        project: "abc",
      },
      null,
    ],
    [
      "a path prefix and a port",
      { method: "POST", url: new URL("http://127.0.0.1:4802/cn-north-4/v1.0/abc/kms/describe-key"), body: '{"key_id":"k"}', project: "abc" },
      null,
    ],
    [
      "a query with awkward characters",
      {
        method: "GET",
        url: new URL("https://kms.cn-north-4.myhuaweicloud.com/v1.0/abc/kms/aliases?marker=alias%2Fa%20b%2Bc%2A~&limit=100"),
        body: "",
        project: "abc",
      },
      null,
    ],
    ["a temporary key", { method: "GET", url: new URL("https://iam.myhuaweicloud.com/v3/auth/projects"), body: "", project: null }, "token-of-a-session"],
  ])("agrees with the vendor's signer on %s", (_, draft, token) => {
    expect(signSdkHmac(draft, { ...key, token }, at).headers.authorization).toBe(vendorSignature(draft, token));
  });

  it("sends a token as it is and signs nothing", () => {
    const request = withToken({ method: "GET", url: new URL("https://iam.myhuaweicloud.com/v3/auth/projects"), body: "", project: null }, "MII…");
    expect(request).toEqual({ method: "GET", url: expect.any(URL), headers: { "content-type": "application/json", "x-auth-token": "MII…" } });
  });
});
