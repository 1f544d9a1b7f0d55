import { describe, expect, it } from "vitest";
import { vendorError } from "./errors.ts";

const HEADERS = { "x-request-id": "rid" };
const kms = (code: string) => ({ error: { error_code: code, error_msg: "canonicalRequest: host:secret-ish" } });
const gateway = (code: string) => ({ error_code: code, error_msg: "verify aksk signature fail, canonicalRequest:secret-ish", request_id: "rid-body" });

describe("vendorError", () => {
  it("names the action to grant, where the call is known", () => {
    const refused = { status: 403, headers: HEADERS, text: JSON.stringify(kms("KMS.0306")) };
    expect(vendorError("list-keys", refused).advice).toContain("kms:cmk:list");
    expect(vendorError("get-key-rotation-status", refused).advice).toContain("kms:cmk:getRotation");
    expect(vendorError("other", refused).advice).toContain("the action");
  });

  it.each([
    [403, "KMS.0301", "auth"],
    [403, "KMS.0302", "auth"],
    [403, "KMS.0303", "auth"],
    [403, "KMS.0305", "forbidden"],
    [403, "KMS.0321", "forbidden"],
    [403, "KMS.0306", "forbidden"],
    [403, "KMS.0307", "forbidden"],
    [403, "KMS.0326", "forbidden"],
    [400, "KMS.0327", "forbidden"],
    [403, "KMS.0330", "forbidden"],
    [403, "KMS.0314", "forbidden"],
    [403, "KMS.0328", "forbidden"],
    [400, "KMS.0320", "forbidden"],
    [400, "KMS.0205", "not-found"],
    [404, "KMS.0207", "not-found"],
    [400, "KMS.0201", "protocol"],
    [400, "KMS.0308", "protocol"],
    [400, "KMS.1601", "protocol"],
    [400, "KMS.1602", "protocol"],
    [405, "KMS.0215", "protocol"],
    [500, "KMS.0100", "unavailable"],
    [503, "KMS.0104", "unavailable"],
    [400, "KMS.0105", "unavailable"],
    [500, "KMS.5012", "unavailable"],
    [400, "KMS.9999", "protocol"],
    [403, "KMS.9999", "forbidden"],
    [500, "KMS.9999", "unavailable"],
  ])("reads %i %s as %s", (status, code, kind) => {
    expect(vendorError("list-keys", { status, headers: HEADERS, text: JSON.stringify(kms(code)) })).toMatchObject({ kind, code, status, requestId: "rid" });
  });

  it.each([
    ["0301", "auth"],
    ["0305", "auth"],
    ["0307", "auth"],
    ["0308", "throttled"],
    ["0101", "protocol"],
    ["0201", "unavailable"],
    ["0601", "unavailable"],
    ["0610", "unavailable"],
    ["0613", "unavailable"],
  ])("reads the gateway's %s as %s under both of its names", (number, kind) => {
    for (const prefix of ["APIG", "APIGW"]) {
      const error = vendorError("list-keys", { status: 401, headers: {}, text: JSON.stringify(gateway(`${prefix}.${number}`)) });
      expect(error).toMatchObject({ kind, code: `${prefix}.${number}`, requestId: "rid-body" });
      expect(String(error)).not.toContain("secret-ish");
    }
  });

  it.each([
    [401, { error: { code: 401, message: "The username or password is wrong.", title: "Unauthorized" } }, "auth", "Unauthorized"],
    [403, { error: { code: 403, message: "You are not authorized.", title: "Forbidden" } }, "forbidden", "Forbidden"],
    [400, { error: { code: "111401001", message: "x", title: "Bad Request", ext_message: "y" } }, "protocol", "111401001"],
    [429, { error: { code: 429, message: "slow", title: "Too Many Requests" } }, "throttled", "Too Many Requests"],
  ])("reads IAM's own words under %i", (status, body, kind, code) => {
    expect(vendorError("auth/tokens", { status, headers: HEADERS, text: JSON.stringify(body) })).toMatchObject({ kind, code });
  });

  it.each([
    [502, "<html>Bad Gateway</html>", "unavailable"],
    [504, "", "unavailable"],
    [302, "", "protocol"],
    [404, "not found", "protocol"],
    [401, "[1]", "auth"],
    [494, "", "protocol"],
    [429, "", "throttled"],
    [408, "", "unavailable"],
  ])("goes by status %i where there is no code", (status, text, kind) => {
    expect(vendorError("list-keys", { status, headers: HEADERS, text })).toMatchObject({ kind, code: `HTTP ${status}`, requestId: "rid" });
  });
});
