import { describe, expect, it } from "vitest";
import { changeKey, type WorldKey } from "#emulators/index.ts";
import type { FactField } from "#lib/model/key.ts";
import { useHuawei } from "./testing/use-huawei.ts";

describe("details, each allowed to fail alone", () => {
  const cloud = useHuawei();
  const some = () => cloud.keys().find(({ facts }) => facts.alias === "payments/refund-token") as WorldKey;
  const rotating = () => cloud.keys().filter(({ absent }) => !absent.rotation);
  const refusal = (status: number, code: string) => ({
    kind: "answer" as const,
    status,
    headers: { "x-request-id": "rid-4711" },
    body: JSON.stringify({ error: { error_code: code, error_msg: "no" } }),
  });

  it.each<[string, FactField[], string]>([
    ["get-key-rotation-status", ["rotationIntervalDays", "lastRotatedAt"], "kms:cmk:getRotation"],
    ["resource_instances", ["tags"], "kms:cmkTag:listInstance"],
    ["aliases", ["aliases"], "kms:alias:list"],
  ])("27: %s refused darkens its own cells and nothing else", async (operation, fields, action) => {
    cloud.strike(operation, { kind: "deny" });
    expect(await cloud.read()).toEqual(["read"]);
    const [row, coverage] = [await cloud.row(some()), (await cloud.list()).coverage];
    expect(row).toMatchObject({ state: "enabled", spec: "aes-256", rotation: "on", presence: "present" });
    const dark = Object.entries(row.absent).filter(([, reason]) => reason === "denied");
    expect(dark.map(([field]) => field).sort()).toEqual([...fields].sort());
    for (const field of fields) expect(row).toMatchObject({ [field]: null, notes: { [field]: "KMS.0306" } });
    expect(coverage).toMatchObject({ complete: true, read: 1, unread: 0, stale: 0 });
    expect(coverage.problems).toContainEqual(
      expect.objectContaining({ operation, code: "KMS.0306", requestId: expect.any(String), message: expect.stringContaining(`Grant ${action}`) }),
    );
    expect(cloud.calls.of(operation).length).toBeLessThan(10);
  });

  it("27: describe-key refused leaves the list whole, and the opened key says why", async () => {
    cloud.strike("describe-key", { kind: "deny" });
    expect(await cloud.read()).toEqual(["read"]);
    expect(await cloud.said()).toEqual(cloud.truth());
    const { status, body } = await cloud.proxied<{ error: { code: string; message: string } }>(some().keyId);
    expect([status, body.error.code]).toEqual([502, "cloud_forbidden"]);
    expect(body.error.message).toMatch(/KMS\.0306, request \w+.*Grant kms:cmk:get/);
  });

  it("27: one refused key is one dark cell; its neighbours keep theirs", async () => {
    cloud.strike("get-key-rotation-status", { kind: "deny" }, { keyId: some().keyId });
    await cloud.read();
    expect(await cloud.row(some())).toMatchObject({ rotation: "on", rotationIntervalDays: null, absent: { rotationIntervalDays: "denied" } });
    const others = (await cloud.list()).rows.filter(({ keyId, absent }) => keyId !== some().keyId && absent.rotationIntervalDays === "denied");
    expect(others).toEqual([]);
    expect((await cloud.list("rotation=on")).rows.map(({ keyId }) => keyId)).toContain(some().keyId);
  });

  it.each(["KMS.0211", "KMS.0312", "KMS.0324", "KMS.0325", "KMS.0331", "KMS.0338", "KMS.0341"])(
    "28: %s to a rotation status is not applicable, and no failure",
    async (code) => {
      cloud.strike("get-key-rotation-status", refusal(400, code), { keyId: some().keyId });
      expect(await cloud.read()).toEqual(["read"]);
      expect(await cloud.row(some())).toMatchObject({
        rotationIntervalDays: null,
        absent: { rotationIntervalDays: "not-applicable", lastRotatedAt: "not-applicable" },
        notes: { rotationIntervalDays: code },
      });
      expect((await cloud.list()).coverage.problems).toEqual([]);
    },
  );

  it("28: keys that cannot rotate say why, whatever the list prints, and are not asked", async () => {
    cloud.bend((details) => ({ ...details, key_rotation_enabled: "false" }));
    await cloud.read();
    const notes = (await cloud.list("rotation=not-applicable&size=200")).rows.map((row) => [row.keyId, row.rotation, row.notes.rotation]);
    expect(notes).toHaveLength(cloud.keys().length - rotating().length);
    expect(new Set(notes.map(([, , note]) => note))).toEqual(new Set(["service key", "imported key material", "asymmetric key", "MAC key"]));
    expect(
      cloud.calls
        .of("get-key-rotation-status")
        .map(({ keyId }) => keyId)
        .sort(),
    ).toEqual(
      rotating()
        .map(({ keyId }) => keyId)
        .sort(),
    );
  });

  it("28: the list lags behind when rotation was just switched on: the rotation status has the last word", async () => {
    cloud.bend((details) => ({ ...details, key_rotation_enabled: "false" }));
    await cloud.read();
    expect(await cloud.row(some())).toMatchObject({ rotation: "on", rotationIntervalDays: 180 });
    expect((await cloud.detail(some())).facts.rotation).toMatchObject({ operation: "get-key-rotation-status" });
  });

  it("28: a rotation status that is refused is not a rotation that is off", async () => {
    cloud.bend(({ key_rotation_enabled: _, ...details }) => details);
    cloud.strike("get-key-rotation-status", { kind: "deny" });
    await cloud.read();
    expect((await cloud.list("rotation=off")).total).toBe(0);
    expect(await cloud.row(some())).toMatchObject({ rotation: null, absent: { rotation: "denied" }, notes: { rotation: "KMS.0306" } });
  });

  it("31: every key's tags are read, beyond the ten that come when nobody says how many", async () => {
    const tagged = cloud.keys().filter(({ facts }) => Object.keys(facts.tags).length > 0);
    expect(tagged.length).toBeGreaterThan(10);
    await cloud.read();
    expect(cloud.calls.of("resource_instances")).toHaveLength(1);
    const { rows } = await cloud.list();
    expect(new Map(rows.map(({ keyId, tags }) => [keyId, tags]))).toEqual(new Map(cloud.keys().map(({ keyId, facts }) => [keyId, facts.tags])));
  });

  it("31: tags on later pages are read too", async () => {
    await cloud.serve({ pageSize: 7 });
    await cloud.read();
    expect(cloud.calls.of("resource_instances").length).toBeGreaterThan(3);
    expect((await cloud.list()).rows.map(({ keyId, tags }) => [keyId, tags]).sort()).toEqual(
      cloud
        .keys()
        .map(({ keyId, facts }) => [keyId, facts.tags])
        .sort(),
    );
  });

  it("31: empty values and odd names of tags are kept, and can be asked for", async () => {
    const tags = { $: "", "1&": "=x,y", "": "nameless", ["__proto__"]: "p", constructor: "c", "a:b": "c:d", 环境: "生产" };
    changeKey(some(), { tags });
    await cloud.read();
    const row = await cloud.row(some());
    expect(Object.entries(row.tags ?? {}).sort()).toEqual(Object.entries(tags).sort());
    for (const tag of ["$:", "1&:=x\\,y", "constructor:c", "__proto__:p", "a\\:b:c:d", "环境:生产"]) {
      expect(
        (await cloud.list(`tag=${encodeURIComponent(tag)}`)).rows.map(({ keyId }) => keyId),
        tag,
      ).toEqual([some().keyId]);
    }
  });
});
