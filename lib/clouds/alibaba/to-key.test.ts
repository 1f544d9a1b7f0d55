import { describe, expect, it } from "vitest";
import { FACT_FIELDS } from "../../model/key.ts";
import { toKey } from "./to-key.ts";

/** Members as the API metadata's own demo and captures of the vendor's CLI print them: text, "" for what is not set. */
const METADATA = {
  KeyId: "08c33a6f-4e0a-4a1b-a3fa-7ddfa1d4****",
  Arn: "acs:kms:cn-hangzhou:1203004500067891:key/08c33a6f-4e0a-4a1b-a3fa-7ddfa1d4****",
  CreationDate: "2024-05-20T06:34:21Z",
  Creator: "1203004500067891",
  Description: "",
  KeyState: "Enabled",
  KeyUsage: "ENCRYPT/DECRYPT",
  KeySpec: "Aliyun_AES_256",
  Origin: "Aliyun_KMS",
  ProtectionLevel: "SOFTWARE",
  PrimaryKeyVersion: "2ab1a983-7072-4bbc-a582-584b5bd8****",
  LastRotationDate: "2024-05-20T06:34:21Z",
  AutomaticRotation: "Disabled",
  DeleteDate: "",
  MaterialExpireTime: "",
  DeletionProtection: "Disabled",
};

const read = (more: Record<string, unknown> = {}) => toKey({ ...METADATA, ...more }, METADATA.KeyId);

describe("toKey", () => {
  it("speaks of every field but those of sweeps, and says each once", () => {
    const { values, absent } = read();
    const told = [...Object.keys(values), ...Object.keys(absent)].sort();
    expect(told).toEqual(FACT_FIELDS.filter((field) => !["alias", "aliases", "tags", "enterpriseProject"].includes(field)).sort());
    expect(absent).toEqual({});
    expect(values).toMatchObject({
      description: null,
      state: "enabled",
      spec: "aes-256",
      family: "symmetric",
      rotation: "off",
      lastRotatedAt: null,
      createdAt: "2024-05-20T06:34:21.000Z",
      deletesAt: null,
      expiresAt: null,
      instance: null,
    });
  });

  it.each([
    ["Aliyun_AES_256", "aes-256", "symmetric"],
    ["Aliyun_AES_192", "aes-192", "symmetric"],
    ["Aliyun_AES_128", "aes-128", "symmetric"],
    ["Aliyun_SM4", "sm4", "sm"],
    ["Aliyun_DES3_192", "3des-192", "symmetric"],
    ["RSA_2048", "rsa-2048", "rsa"],
    ["RSA_3072", "rsa-3072", "rsa"],
    ["RSA_4096", "rsa-4096", "rsa"],
    ["EC_P256", "ec-p256", "ec"],
    ["EC_P256K", "ec-p256k", "ec"],
    ["EC_SM2", "sm2", "sm"],
    ["HMAC_SHA_256", "hmac-sha-256", "mac"],
    ["Aliyun_HMAC_SM3", "hmac-sm3", "mac"],
    ["Aliyun_QUASAR_512", "quasar-512", "other"],
  ])("reads spec %s as %s of family %s", (KeySpec, spec, family) => {
    expect(read({ KeySpec }).values).toMatchObject({ spec, family });
  });

  it.each([
    ["asymmetric key", { KeySpec: "RSA_2048" }],
    ["asymmetric key", { KeySpec: "EC_SM2" }],
    ["asymmetric key", { KeySpec: "EC_P256K", KeyUsage: "SIGN/VERIFY" }],
    ["imported key material", { Origin: "EXTERNAL" }],
    ["MAC key", { KeySpec: "HMAC_SHA_256" }],
    ["MAC key", { KeyUsage: "GENERATE/VERIFY_MAC" }],
    ["service key", { Creator: "Ecs" }],
    ["key material outside the cloud", { Origin: "XKI_STORE" }],
  ])("says that rotation does not apply to a %s, whatever is printed", (note, more) => {
    for (const AutomaticRotation of ["Disabled", "Enabled", "", undefined]) {
      const { absent, values } = read({ AutomaticRotation, RotationInterval: "31536000s", ...more });
      for (const field of ["rotation", "rotationIntervalDays", "lastRotatedAt", "nextRotationAt"] as const) {
        expect(absent[field]).toEqual({ reason: "not-applicable", note });
        expect(values).not.toHaveProperty(field);
      }
    }
  });

  it.each([
    ["Enabled", "on"],
    ["Disabled", "off"],
    ["Suspended", "suspended"],
  ])("reads rotation %s as %s", (AutomaticRotation, rotation) => {
    expect(read({ AutomaticRotation }).values.rotation).toBe(rotation);
  });

  it.each([
    ["31536000s", 365],
    ["604800s", 7],
    ["7d", 7],
    ["48h", 2],
    ["2880m", 2],
    ["604800", 7],
  ])("reads an interval of %s as %i days", (RotationInterval, days) => {
    expect(read({ AutomaticRotation: "Enabled", RotationInterval }).values.rotationIntervalDays).toBe(days);
  });

  it("keeps an unreadable interval or time as a failure with its words, and no year 1970", () => {
    const { absent } = read({ AutomaticRotation: "Enabled", RotationInterval: "soon", NextRotationDate: "2024-13-99", CreationDate: "yesterday" });
    expect(absent).toEqual({
      rotationIntervalDays: { reason: "failed", note: "unreadable: soon" },
      nextRotationAt: { reason: "failed", note: "unreadable: 2024-13-99" },
      createdAt: { reason: "failed", note: "unreadable: yesterday" },
    });
  });

  it("tells a rotation from the creation that is repeated for 'never'", () => {
    expect(read({ LastRotationDate: "2024-05-20T14:34:21+08:00" }).values.lastRotatedAt).toBeNull();
    expect(read({ LastRotationDate: "2025-01-02T03:04:05Z" }).values.lastRotatedAt).toBe("2025-01-02T03:04:05.000Z");
    expect(read({ LastRotationDate: "" }).values.lastRotatedAt).toBeNull();
    expect(read({ LastRotationDate: undefined }).absent.lastRotatedAt).toEqual({ reason: "unreported" });
  });

  it("calls what an old capture lacks unreported, and never off or disabled", () => {
    const { KeyId, Arn, CreationDate, KeyState } = METADATA;
    const { values, absent } = toKey({ KeyId, Arn, CreationDate, KeyState, Creator: "120" }, KeyId);
    for (const field of [
      "rotation",
      "deletionProtection",
      "protection",
      "spec",
      "family",
      "usage",
      "origin",
      "description",
      "expiresAt",
      "lastRotatedAt",
    ] as const)
      expect(absent[field]).toEqual({ reason: "unreported" });
    expect(values).toEqual({ state: "enabled", manager: "customer", createdAt: "2024-05-20T06:34:21.000Z", instance: null, deletesAt: null });
  });

  it("keeps words of tomorrow: open ones as values, closed ones as notes", () => {
    const { values, absent } = read({
      KeyState: "FrozenByRisk",
      Origin: "Aliyun_KMS",
      KeyUsage: "DERIVE/KEY",
      ProtectionLevel: "QUANTUM",
      AutomaticRotation: "Paused",
      DeletionProtection: "Maybe",
    });
    expect(values).toMatchObject({ state: "frozen-by-risk", usage: "derive-key" });
    expect(absent).toMatchObject({
      protection: { reason: "unreported", note: 'the cloud says "QUANTUM"' },
      rotation: { reason: "unreported", note: 'the cloud says "Paused"' },
      deletionProtection: { reason: "unreported", note: 'the cloud says "Maybe"' },
    });
  });

  it("reads dates of deletion and expiry where they mean something", () => {
    expect(read({ KeyState: "PendingDeletion", DeleteDate: "2026-12-01T00:00:00Z" }).values.deletesAt).toBe("2026-12-01T00:00:00.000Z");
    expect(read({ KeyState: "PendingDeletion", DeleteDate: undefined }).absent.deletesAt).toEqual({ reason: "unreported" });
    expect(read({ Origin: "EXTERNAL", MaterialExpireTime: "2026-12-01T00:00:00Z" }).values.expiresAt).toBe("2026-12-01T00:00:00.000Z");
    expect(read({ Origin: "EXTERNAL" }).values.expiresAt).toBeNull();
    expect(read({ MaterialExpireTime: "2026-12-01T00:00:00Z" }).absent.expiresAt?.reason).toBe("not-applicable");
  });

  it("keeps account numbers as text and the record as it came", () => {
    const raw = read({ Creator: "12345678901234567890" });
    expect(raw.values.manager).toBe("customer");
    expect(raw.raw).toMatchObject({ Creator: "12345678901234567890" });
  });
});
