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
    expect(vendorError("other", refused).advice).toBeNull();
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

describe("each line of the vendor's tables", () => {
  const read = (status: number, body: unknown, headers: Record<string, string> = HEADERS) =>
    vendorError("list-keys", { status, headers, text: typeof body === "string" ? body : JSON.stringify(body) });

  it.each([
    ["auth", "KMS.0301 KMS.0302 KMS.0303", 403],
    ["forbidden", "KMS.0305 KMS.0321 KMS.0306 KMS.0307 KMS.0326 KMS.0330 KMS.0314 KMS.0328 KMS.0304 KMS.0322", 403],
    ["forbidden", "KMS.0327 KMS.0320 KMS.0315 KMS.0316 KMS.0317 KMS.0323 KMS.2406", 400],
    ["protocol", "KMS.0201 KMS.0202 KMS.0203 KMS.0204 KMS.0206 KMS.0214 KMS.0308 KMS.1101 KMS.1110 KMS.1601 KMS.1602 KMS.0215 KMS.0106", 400],
    ["protocol", "KMS.0209 KMS.0210 KMS.0211 KMS.0312 KMS.0313 KMS.0319 KMS.0324 KMS.0325 KMS.0331 KMS.0338 KMS.0339 KMS.0341", 400],
    ["unavailable", "KMS.0100 KMS.0101 KMS.0102 KMS.0103 KMS.5012 KMS.5021 KMS.0104", 500],
    ["unavailable", "KMS.0105", 400],
    ["not-found", "KMS.0205 KMS.0207", 400],
  ])("is %s for %s", (kind, codes, status) => {
    for (const code of codes.split(" ")) expect([code, read(status, kms(code)).kind]).toEqual([code, kind]);
  });

  it("has a system exception asked for once more, and other faults as often as they may pass", () => {
    expect(read(400, kms("KMS.0105")).isOnceMore).toBe(true);
    for (const [status, code] of [
      [400, "KMS.0100"],
      [503, "KMS.0104"],
      [500, "KMS.9999"],
    ] as const)
      expect(read(status, kms(code)).isOnceMore).toBe(false);
  });

  it("tells the state of an account apart, each with its own words", () => {
    const said = ["KMS.0314", "KMS.0328", "KMS.0322", "KMS.0306"].map((code) => read(403, kms(code)).message);
    expect(new Set(said).size).toBe(4);
    expect(said[0]).toMatch(/real-name/);
    expect(said[1]).toMatch(/arrears/);
  });

  it("says that a 404 of the gateway is a wrong place, and no missing key", () => {
    expect(read(404, gateway("APIG.0101"))).toMatchObject({
      kind: "protocol",
      message: expect.stringMatching(/not in this region/),
      advice: expect.stringMatching(/region and the endpoint/),
    });
    expect(read(404, "<html>")).toMatchObject({ kind: "protocol", code: "HTTP 404" });
  });

  it("does not try again what is too large for the gateway, whose code is that of a failing backend", () => {
    expect(read(494, gateway("APIG.0201")).kind).toBe("protocol");
    expect(read(502, gateway("APIG.0201")).kind).toBe("unavailable");
  });

  it("takes identity policies' encoded message for a refusal, and quotes nothing of it", () => {
    const encoded = { error_code: "PAP5.0001", error_msg: "User secret-ish is not authorized", encoded_authorization_message: "AQAA-secret-ish" };
    for (const body of [encoded, { error: encoded }]) {
      for (const status of [400, 403]) {
        const error = read(status, body);
        expect(error).toMatchObject({ kind: "forbidden", code: "PAP5.0001", advice: expect.stringContaining("kms:cmk:list") });
        expect(JSON.stringify({ ...error, message: error.message })).not.toContain("secret-ish");
      }
    }
    expect(read(403, { error: { ...encoded, error_code: "KMS.0303" } }).kind).toBe("auth");
  });

  it.each([
    [401, { error: { code: "111401001", message: "x", ext_message: "y" } }, "auth", "111401001"],
    [403, { error: { code: 403, message: "x", title: "Forbidden" } }, "forbidden", "Forbidden"],
    [404, { error: { code: 404, message: "x", title: "Not Found" } }, "protocol", "Not Found"],
    [403, { error_msg: "x", error_code: "IAM.0002" }, "forbidden", "IAM.0002"],
    [429, { error_code: "STS5.0429", error_msg: "x" }, "throttled", "STS5.0429"],
    [503, "", "unavailable", "HTTP 503"],
    [400, { error: "constructor" }, "protocol", "HTTP 400"],
    [400, { error: { error_code: "__proto__" } }, "protocol", "__proto__"],
  ])("reads %i %j as %s", (status, body, kind, code) => {
    expect(read(status, body)).toMatchObject({ kind, code });
  });
});
