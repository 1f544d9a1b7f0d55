import { describe, expect, it } from "vitest";
import { addKey, changeKey } from "#emulators/index.ts";
import { useHuawei } from "./testing/use-huawei.ts";

describe("words and dates", () => {
  const cloud = useHuawei();
  const MEMBERS = ["creation_date", "scheduled_deletion_date", "expiration_time"];
  const some = () => cloud.keys().find(({ facts }) => facts.alias === "payments/refund-token");
  const imported = () => cloud.keys().find(({ facts }) => facts.origin === "imported");

  it("10: dates in seconds and in milliseconds are the same days", async () => {
    const seconds = (value: unknown) => (typeof value === "string" && value !== "" ? String(Number(value) / 1000) : value);
    cloud.bend((details) => ({ ...details, ...Object.fromEntries(MEMBERS.map((name) => [name, seconds(details[name])])) }));
    cloud.strike("get-key-rotation-status", {
      kind: "rewrite",
      rewrite: (body) => ({ ...body, last_rotation_time: seconds(body.last_rotation_time) }),
    });
    expect(await cloud.read()).toEqual(["read"]);
    expect(await cloud.said()).toEqual(cloud.truth());
    expect((await cloud.row(imported())).expiresAt).toBe(new Date(imported()?.facts.expiresAt ?? "").toISOString());
  });

  it.each(["", "0", "000", null, " "])("10: a date printed as %j is none: no cell says 1970", async (none) => {
    cloud.bend((details) => ({ ...details, scheduled_deletion_date: none, expiration_time: none }));
    cloud.strike("get-key-rotation-status", { kind: "rewrite", rewrite: (body) => ({ ...body, last_rotation_time: none }) });
    await cloud.read();
    const { rows } = await cloud.list();
    expect(rows.map(({ deletesAt, expiresAt, lastRotatedAt }) => [deletesAt, expiresAt, lastRotatedAt])).toEqual(rows.map(() => [null, null, null]));
    expect(await cloud.row(some())).toMatchObject({ lastRotatedAt: null, absent: expect.not.objectContaining({ lastRotatedAt: expect.anything() }) });
    expect((await cloud.list("expires=..2000-01-01")).total).toBe(0);
  });

  it("10: a date that cannot be read is failed, with the cloud's words beside it", async () => {
    cloud.bend((details) => ({ ...details, creation_date: "2024-05-25T00:00:00Z" }));
    await cloud.read();
    expect(await cloud.row(some())).toMatchObject({
      createdAt: null,
      state: "enabled",
      absent: { createdAt: "failed" },
      notes: { createdAt: "unreadable: 2024-05-25T00:00:00Z" },
    });
  });

  it("10: an expiration_time before the creation of a key that the cloud made means nothing", async () => {
    const key = some();
    if (key) key.wire = { expiration_time: "1501578672000" };
    await cloud.read();
    expect(await cloud.row(key)).toMatchObject({
      expiresAt: null,
      absent: { expiresAt: "not-applicable" },
      notes: { expiresAt: "only imported material expires" },
    });
    expect((await cloud.list("expires=..2026-01-01")).rows.map(({ keyId }) => keyId)).not.toContain(key?.keyId);
    expect((await cloud.row(imported())).expiresAt).not.toBeNull();
  });

  it.each([
    ["6", "6"],
    ["FROZEN_BY_RISK", "frozen-by-risk"],
  ])("11: a key_state of %s survives as the cloud's word, and can be asked for", async (word, ours) => {
    const key = some();
    if (key) Object.assign(key, { wire: { key_state: word }, facts: { ...key.facts, state: word } });
    await cloud.read();
    expect(await cloud.row(key)).toMatchObject({ state: ours });
    expect((await cloud.list(`state=${ours}`)).rows.map(({ keyId }) => keyId)).toEqual([key?.keyId]);
    expect((await cloud.detail(key)).raw).toMatchObject({ "list-keys": { key_state: word } });
  });

  it("11: key_state 5 is a key that waits for its material, on whatever site", async () => {
    const key = some();
    if (key) changeKey(key, { state: "pending-import" });
    await cloud.read();
    expect(await cloud.row(key)).toMatchObject({ state: "pending-import" });
  });

  it("12: a key straight after its making is pending-activation, and enabled at the next reading", async () => {
    const key = addKey(cloud.emulators.world, cloud.world, cloud.place, { label: "just-made", facts: { state: "pending-activation" } });
    await cloud.read();
    expect(await cloud.row(key)).toMatchObject({ state: "pending-activation", presence: "present" });
    changeKey(key, { state: "enabled" });
    await cloud.readAgain();
    expect(await cloud.row(key)).toMatchObject({ state: "enabled" });
  });

  it.each([
    ["ML_DSA_65", "ml-dsa-65", "pqc", "asymmetric key"],
    ["SECP256K1", "ec-p256k", "ec", "asymmetric key"],
    ["ED25519", "ed25519", "ec", "asymmetric key"],
    ["HMAC_SM3", "hmac-sm3", "mac", "MAC key"],
  ])("18: the spec %s is %s of the family %s, and cannot rotate", async (word, spec, family, why) => {
    const key = some();
    if (key) key.wire = { key_spec: word };
    await cloud.read();
    expect(await cloud.row(key)).toMatchObject({ spec, family, rotation: null, absent: { rotation: "not-applicable" }, notes: { rotation: why } });
  });

  it("18: a spec that nobody knows keeps its word, is of no known family, and its rotation is what the cloud says", async () => {
    const key = some();
    if (key) key.wire = { key_spec: "FRODO_976" };
    await cloud.read();
    expect(await cloud.row(key)).toMatchObject({ spec: "frodo-976", family: "other", rotation: "on" });
  });

  it("18: on a site that names neither spec nor usage both are unreported, and never AES", async () => {
    cloud.bend(({ key_spec: _, key_usage: __, ...details }) => details);
    await cloud.read();
    expect(await cloud.row(some())).toMatchObject({
      ...{ spec: null, family: null, usage: null, state: "enabled" },
      absent: { spec: "unreported", family: "unreported", usage: "unreported" },
    });
    expect((await cloud.list("spec=aes-256")).total).toBe(0);
    expect((await cloud.list("spec=unreported")).total).toBe(cloud.keys().length);
  });

  it("34: what realm says leads nowhere", async () => {
    cloud.bend((details) => ({ ...details, realm: "aaaa.example.com/" }));
    expect(await cloud.read()).toEqual(["read"]);
    expect(await cloud.readAgain()).toEqual(["read"]);
    expect(await cloud.said()).toEqual(cloud.truth());
    expect(new Set((await cloud.list()).rows.map(({ region }) => region))).toEqual(new Set([cloud.project.region]));
  });
});
