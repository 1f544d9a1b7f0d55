import { randomBytes } from "node:crypto";
import path from "node:path";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { readEnv, SettingsError } from "./env.ts";

const faultsOf = (from: Record<string, string>) => {
  try {
    readEnv(from);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
};

describe("readEnv", () => {
  test("an empty environment gives the defaults", () => {
    expect(readEnv({ PORT: "", KEYATLAS_KEYS: " " })).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      data: path.resolve(".data"),
      demo: true,
      databaseUrl: null,
      url: "http://localhost:3000",
      masterKeys: null,
      allowedEndpoints: [],
      role: "both",
      trustedProxies: [],
      periodMinutes: 60,
      notices: [],
    });
  });

  test("all faults are named at once", () => {
    const faults = faultsOf({
      PORT: "99999",
      KEYATLAS_DEMO: "maybe",
      DATABASE_URL: "mysql://x",
      KEYATLAS_URL: "keys.example",
      KEYATLAS_ROLE: "boss",
      KEYATLAS_ALLOWED_ENDPOINTS: "http://127.0.0.1:4801,http://a.example/path",
      KEYATLAS_TRUSTED_PROXIES: "10.0.0.0/33",
      KEYATLAS_PERIOD: "0",
    });
    expect(faults.map((fault) => fault.split(":")[0])).toEqual([
      "PORT",
      "KEYATLAS_DEMO",
      "DATABASE_URL",
      "KEYATLAS_URL",
      "KEYATLAS_ALLOWED_ENDPOINTS",
      "KEYATLAS_ROLE",
      "KEYATLAS_TRUSTED_PROXIES",
      "KEYATLAS_PERIOD",
    ]);
  });

  test("origins are normalised and the public address loses its last slash", () => {
    const read = readEnv({ KEYATLAS_ALLOWED_ENDPOINTS: "http://127.0.0.1:4801/, https://KMS.example.org", KEYATLAS_URL: "https://keys.example/" });
    expect(read.allowedEndpoints).toEqual(["http://127.0.0.1:4801", "https://kms.example.org"]);
    expect(read.url).toBe("https://keys.example");
  });

  test("master keys: newest first; short, weak and doubled ones are refused without showing them", () => {
    const one = randomBytes(32).toString("base64");
    const two = randomBytes(32).toString("base64");
    expect(readEnv({ KEYATLAS_KEYS: `k2:${two},k1:${one}` }).masterKeys?.map((key) => key.id)).toEqual(["k2", "k1"]);
    const short = randomBytes(31).toString("base64");
    const weak = Buffer.alloc(32, 7).toString("base64");
    for (const [keys, words] of [
      [`a:${short}`, "31 bytes"],
      [`a:${weak}`, "repeats"],
      [`a:${one},a:${two}`, "id twice"],
      [`a:${one},b:${one}`, "same key twice"],
      [one, "not of the form"],
    ] as const) {
      const faults = faultsOf({ KEYATLAS_KEYS: keys }).join("\n");
      expect(faults).toContain(words);
      for (const secret of [short, weak, one, two]) expect(faults).not.toContain(secret);
    }
  });

  test("the outbound proxy: its password is in no fault, no notice and no JSON", () => {
    const password = "p@ss:canary/51";
    const settings = readEnv({ KEYATLAS_OUTBOUND_PROXY: `http://corp%5Cada:${encodeURIComponent(password)}@proxy.corp:3128/` });
    const { outboundProxy } = settings;
    expect(outboundProxy).toMatchObject({ hostname: "proxy.corp", port: 3128 });
    expect(outboundProxy?.authorization()).toBe(`Basic ${Buffer.from(`corp\\ada:${password}`).toString("base64")}`);
    expect(`${JSON.stringify(settings)} ${inspect(settings, { depth: 9 })} ${settings.notices}`).not.toMatch(/canary|Basic/);
    expect(readEnv({ KEYATLAS_OUTBOUND_PROXY: "http://[::1]:8080" }).outboundProxy).toMatchObject({ hostname: "::1", port: 8080 });
    const form = "KEYATLAS_OUTBOUND_PROXY: must be of the form http://[user:password@]host:port, reserved characters percent-encoded";
    for (const value of [
      "proxy.corp:3128",
      "https://p:1",
      "socks5://p:1",
      "http://u:canary@p:1/path",
      "http://p:1?q",
      "http://u%3Ax:canary@p:1",
      "http://u:canary%@p:1",
    ])
      expect(faultsOf({ KEYATLAS_OUTBOUND_PROXY: value })).toEqual([form]);
  });
});
