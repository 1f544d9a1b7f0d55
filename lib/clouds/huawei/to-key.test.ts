import { describe, expect, it } from "vitest";
import { FACT_FIELDS } from "../../model/key.ts";
import { toKey } from "./to-key.ts";

/** The page "Querying the Key List", edition of 2023-05-09: the first key of its sample, verbatim. */
const SAMPLE = {
  key_id: "0d0466b0-e727-4d9c-b35d-f84bb474a37f",
  domain_id: "00074811d5c27c4f8d48bb91e4a1dcfd",
  key_alias: "test",
  realm: "cn-north-7",
  key_description: "key_description",
  creation_date: "1502799822000",
  scheduled_deletion_date: "",
  key_spec: "AES_256",
  key_usage: "ENCRYPT_DECRYPT",
  key_state: "2",
  default_key_flag: "0",
  key_type: "1",
  expiration_time: "1501578672000",
  origin: "kms",
  key_rotation_enabled: "true",
  sys_enterprise_project_id: "0",
  partition_type: "1",
};
/** A production answer, as a public test suite keeps it: a default key. */
const RECORDED = {
  key_rotation_enabled: "false",
  key_usage: "ENCRYPT_DECRYPT",
  key_type: "1",
  key_id: "b15f6555-8473-4376-bc9a-eb35278efea6",
  key_spec: "AES_256",
  origin: "kms",
  expiration_time: "",
  sys_enterprise_project_id: "0",
  default_key_flag: "1",
  creation_date: "1679067631000",
  pending_days: "",
  domain_id: "16e9",
  keystore_type: "DEFAULT",
  scheduled_deletion_date: "",
  multi_region_key_type: "SINGLE",
  key_alias: "evs/default",
  key_description: "云硬盘默认主密钥",
  realm: "ap-southeast-1",
  keystore_id: "0",
  key_state: "2",
};

const read = (more: Record<string, unknown> = {}) => toKey({ ...RECORDED, default_key_flag: "0", ...more });

describe("toKey", () => {
  it("says something about every field", () => {
    for (const record of [SAMPLE, RECORDED, {}]) {
      const { values, absent } = toKey(record);
      expect([...Object.keys(values), ...Object.keys(absent)].sort()).toEqual([...FACT_FIELDS].sort());
    }
  });

  it("reads the documentation's sample: milliseconds, and no expiry of a key that the cloud made", () => {
    const { values, absent, arn, described } = toKey(SAMPLE);
    expect(values).toEqual({
      alias: "test",
      description: "key_description",
      state: "enabled",
      spec: "aes-256",
      family: "symmetric",
      usage: "encrypt-decrypt",
      origin: "cloud",
      manager: "customer",
      rotation: "on",
      createdAt: "2017-08-15T12:23:42.000Z",
      deletesAt: null,
      enterpriseProject: "0",
    });
    expect(absent).toMatchObject({
      expiresAt: { reason: "not-applicable" },
      instance: { reason: "unreported" },
      protection: { reason: "unreported" },
      deletionProtection: { reason: "unreported" },
      rotationIntervalDays: { reason: "pending" },
      lastRotatedAt: { reason: "pending" },
      nextRotationAt: { reason: "unreported" },
      aliases: { reason: "pending" },
      tags: { reason: "pending" },
    });
    expect([arn, described]).toEqual([null, true]);
  });

  it("reads a recorded default key: a service key in the default keystore, to which rotation does not apply", () => {
    const { values, absent } = toKey(RECORDED);
    expect(values).toMatchObject({
      alias: "evs/default",
      manager: "service",
      instance: null,
      expiresAt: null,
      deletesAt: null,
      createdAt: "2023-03-17T15:40:31.000Z",
    });
    expect(absent.rotation).toEqual({ reason: "not-applicable", note: "service key" });
  });

  it.each([
    ["1", "pending-activation"],
    ["2", "enabled"],
    ["3", "disabled"],
    ["4", "pending-deletion"],
    ["5", "pending-import"],
    [2, "enabled"],
    ["6", "6"],
  ])("reads state %j as %s", (key_state, state) => {
    expect(read({ key_state }).values.state).toBe(state);
  });

  it.each([
    ["AES_256", "aes-256", "symmetric"],
    ["SM4", "sm4", "sm"],
    ["SM2", "sm2", "sm"],
    ["RSA_3072", "rsa-3072", "rsa"],
    ["EC_P384", "ec-p384", "ec"],
    ["SECP256K1", "ec-p256k", "ec"],
    ["ED25519", "ed25519", "ec"],
    ["HMAC_384", "hmac-384", "mac"],
    ["HMAC_SM3", "hmac-sm3", "mac"],
    ["ML_DSA_65", "ml-dsa-65", "pqc"],
    ["QUASAR_1", "quasar-1", "other"],
  ])("reads spec %s as %s of family %s", (key_spec, spec, family) => {
    expect(read({ key_spec }).values).toMatchObject({ spec, family });
  });

  it.each([
    ["1502799822000", "2017-08-15T12:23:42.000Z"],
    ["1502799822", "2017-08-15T12:23:42.000Z"],
    [1_521_449_277_000, "2018-03-19T08:47:57.000Z"],
    [" 1502799822000 ", "2017-08-15T12:23:42.000Z"],
    ["", null],
    ["0", null],
    [null, null],
  ])("reads a time of %j as %s", (creation_date, createdAt) => {
    expect(read({ creation_date }).values.createdAt).toBe(createdAt);
  });

  it("keeps an unreadable time as a failure with its words", () => {
    expect(read({ creation_date: "2024-01-01" }).absent.createdAt).toEqual({ reason: "failed", note: "unreadable: 2024-01-01" });
  });

  it.each([
    ["imported key material", { origin: "external" }],
    ["key in a keystore of its own", { keystore_id: "9b1f4c20" }],
    ["MAC key", { key_spec: "HMAC_256" }],
    ["MAC key", { key_usage: "GENERATE_VERIFY_MAC" }],
    ["asymmetric key", { key_spec: "RSA_2048" }],
    ["asymmetric key", { key_spec: "SM2" }],
    ["asymmetric key", { key_spec: "ML_DSA_65" }],
    ["service key", { default_key_flag: 1 }],
  ])("says that rotation does not apply to a %s", (note, more) => {
    const { absent, values } = read({ key_rotation_enabled: "true", ...more });
    for (const field of ["rotation", "rotationIntervalDays", "lastRotatedAt"] as const) expect(absent[field]).toEqual({ reason: "not-applicable", note });
    expect(values).not.toHaveProperty("rotation");
  });

  it.each([
    ["true", "on"],
    ["false", "off"],
    [true, "on"],
    [false, "off"],
  ])("reads rotation %j as %s", (key_rotation_enabled, rotation) => {
    expect(read({ key_rotation_enabled }).values.rotation).toBe(rotation);
  });

  it("calls rotation unreported where a site does not print it", () => {
    expect(read({ key_rotation_enabled: undefined }).absent.rotation).toEqual({ reason: "unreported" });
  });

  it.each([
    ["0", "DEFAULT", null, undefined],
    ["1", "CDMS", "1", "hsm"],
    ["9b1f4c20", "DHSM", "9b1f4c20", "hsm"],
    ["9b1f4c20", undefined, "9b1f4c20", "hsm"],
  ])("reads keystore %s of type %s as instance %s with protection %s", (keystore_id, keystore_type, instance, protection) => {
    const { values } = read({ keystore_id, keystore_type });
    expect([values.instance, values.protection]).toEqual([instance, protection]);
  });

  it("reads the expiry of imported material, and names that hold a stray space", () => {
    expect(read({ origin: "external", expiration_time: "1901578672000" }).values.expiresAt).toBe("2030-04-05T00:17:52.000Z");
    expect(toKey({ "key_id ": "k-1", " key_state": "3" })).toMatchObject({ keyId: "k-1", values: { state: "disabled" } });
  });
});
