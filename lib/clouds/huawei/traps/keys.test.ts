import { describe, expect, it } from "vitest";
import { addKey, type WorldKey } from "#emulators/index.ts";
import { projectNamed } from "#emulators/testing/account-named.ts";
import type { KeyDetail } from "#lib/model/key.ts";
import { useHuawei } from "./testing/use-huawei.ts";

describe("keys of every kind", () => {
  const cloud = useHuawei("EU platform/eu-west-101_pci");
  const dying = () => cloud.keys().find(({ facts }) => facts.state === "pending-deletion") as WorldKey;
  const own = () => projectNamed(cloud.world, "eu-west-101");
  const made = (label: string, more: Partial<Parameters<typeof addKey>[3]> = {}, place = cloud.place) =>
    addKey(cloud.emulators.world, cloud.world, place, { label, ...more });

  it.each([
    ["KMS.0207", 404],
    ["KMS.0205", 400],
  ])("13: a pending deletion is listed with its date, described, and gone after %s", async (code, status) => {
    const key = dying();
    await cloud.read();
    expect(await cloud.row(key)).toMatchObject({
      ...{ state: "pending-deletion", presence: "present", deletesAt: new Date(key.facts.deletesAt ?? "").toISOString() },
      ...{ alias: "payments/card-vault", goneAt: null },
    });
    expect((await cloud.proxied(key.keyId)).body).toMatchObject({ state: "pending-deletion", facts: { deletesAt: { operation: "describe-key" } } });
    expect((await cloud.list("deletes=..7d")).rows.map(({ keyId }) => keyId)).toContain(key.keyId);
    cloud.hide(key);
    cloud.strike("describe-key", { kind: "answer", status, body: JSON.stringify({ error: { error_code: code, error_msg: "no" } }) });
    expect(await cloud.readAgain()).toEqual(["read"]);
    expect(await cloud.row(key)).toMatchObject({ presence: "gone", goneAt: expect.any(String), state: "pending-deletion", alias: "payments/card-vault" });
    expect((await cloud.list()).rows.map(({ keyId }) => keyId)).not.toContain(key.keyId);
  });

  it("14: default keys are listed and counted, and nobody asks for their rotation", async () => {
    const key = made("evs/default", { facts: { aliases: ["evs/default"], description: "云硬盘的默认主密钥", manager: "service" } });
    await cloud.read();
    expect(await cloud.row(key)).toMatchObject({
      ...{ alias: "evs/default", description: "云硬盘的默认主密钥", manager: "service", tags: {}, rotation: null },
      absent: { rotation: "not-applicable", rotationIntervalDays: "not-applicable", lastRotatedAt: "not-applicable" },
      notes: { rotation: "service key" },
    });
    expect(cloud.calls.of("get-key-rotation-status").map(({ keyId }) => keyId)).not.toContain(key.keyId);
    expect((await cloud.list("manager=service")).rows.map(({ keyId }) => keyId)).toContain(key.keyId);
  });

  it("14: the count of customers' keys differs from the total, and says nothing of completeness", async () => {
    made("evs/default", { facts: { aliases: ["evs/default"], manager: "service" } });
    const customers = cloud.keys().filter(({ facts }) => facts.manager === "customer").length;
    await cloud.read();
    expect((await cloud.list()).coverage).toMatchObject({
      complete: true,
      held: cloud.keys().length,
      claimed: cloud.keys().length,
      problems: expect.any(Array),
    });
    expect(customers).toBeLessThan(cloud.keys().length);
  });

  it.each(["/keys?state=enabled", "a:b/c:d", "../../etc/passwd", "acs:kms/default", "//evil.example/x"])(
    "15: the name %s is a name, and no path",
    async (alias) => {
      const key = made("odd", { facts: { aliases: [alias] } });
      await cloud.read();
      const { ref } = await cloud.row(key);
      expect(ref).toMatch(/^[0-9a-z]{12}$/);
      for (const query of [`alias=${encodeURIComponent(alias)}`, `alias=^${encodeURIComponent(alias.slice(0, 3))}`, `q=${encodeURIComponent(alias)}`]) {
        expect(
          (await cloud.list(query)).rows.map((row) => [row.ref, row.alias]),
          query,
        ).toEqual([[ref, alias]]);
      }
      expect((await cloud.detail(key)).alias).toBe(alias);
    },
  );

  it("16: one key id in two regions is two keys, each of its own region", async () => {
    const keyId = "4fd0b6a4-8c11-4b1e-9f57-0a3c5de8b921";
    const there = projectNamed(cloud.world, "tr-west-1");
    const [here, replica] = [made("multi", { keyId }), made("multi", { keyId, facts: { state: "disabled" } }, { region: there.region, project: there.id })];
    await cloud.read({ regions: [cloud.project.region, there.region], projects: { [cloud.project.region]: cloud.project.id, [there.region]: there.id } });
    const { rows } = await cloud.list(`id=${keyId}&sort=region`);
    expect(rows.map(({ region, project, state }) => [region, project, state])).toEqual([
      [cloud.project.region, here.project, "enabled"],
      [there.region, replica.project, "disabled"],
    ]);
    expect(new Set(rows.map(({ ref }) => ref)).size).toBe(2);
    for (const { ref, region } of rows) expect((await cloud.ask<KeyDetail>(`GET /keys/${ref}`)).body).toMatchObject({ ref, region, keyId });
  });

  it("17: a region's sub-projects are sources of their own, and no key is read twice", async () => {
    expect(await cloud.read({ projects: {} })).toEqual(["read", "read"]);
    const sources = await cloud.sources();
    expect(sources.map(({ region, project, held }) => [region, project, held]).sort()).toEqual(
      [own(), cloud.project].map(({ id, region }) => [region, id, cloud.world.keys.filter(({ project }) => project === id).length]).sort(),
    );
    const { rows } = await cloud.list();
    expect(new Set(rows.map(({ ref }) => ref)).size).toBe(cloud.world.keys.filter(({ region }) => region === "eu-west-101").length);
    expect(rows.find(({ keyId }) => keyId === dying().keyId)).toMatchObject({ project: cloud.project.id });
  });

  it("17: the same account connected twice is refused, and another project of it is not", async () => {
    await cloud.read();
    const body = { cloud: "huawei", name: "Again", regions: ["eu-west-101"], credential: cloud.world.otherCredentials[0], endpoints: cloud.endpoints };
    const refused = await cloud.ask("POST /accounts", { ...body, projects: { "eu-west-101": cloud.project.id } });
    expect(refused).toMatchObject({ status: 409, body: { error: { code: "already_connected" } } });
    expect(JSON.stringify(refused.body)).not.toContain(cloud.world.name);
    expect(await cloud.ask("POST /accounts", { ...body, projects: { "eu-west-101": own().id } })).toMatchObject({ status: 201 });
  });

  it("36: a key id is opaque text: one that is no RFC 4122 id is listed, described, and opened live", async () => {
    const key = made("opaque", { keyId: "zzzzzzzz-yyyy-xxxx-wwww-vvvvvvvvvvvv" });
    await cloud.read();
    expect((await cloud.proxied(key.keyId)).body).toMatchObject({ keyId: key.keyId, state: "enabled" });
    expect(await cloud.detail(key, "?live=true")).toMatchObject({ keyId: key.keyId, facts: { state: { operation: "describe-key" } } });
  });

  it("36: ids of any other make keep their row, whatever stands in them", async () => {
    const ids = ["KEY-ABC/../def", "9007199254740993", "ключ 1"];
    const listed = (body: Record<string, unknown>) => ({
      ...body,
      keys: ids,
      key_details: ids.map((id) => ({ ...(body.key_details as object[])[0], key_id: id })),
      total: 3,
    });
    cloud.strike("list-keys", { kind: "rewrite", rewrite: listed });
    await cloud.read();
    expect((await cloud.list()).rows.map(({ keyId }) => keyId).sort()).toEqual(ids.sort());
    for (const keyId of ids) expect((await cloud.list(`id=${encodeURIComponent(keyId)}`)).rows.map((row) => row.keyId)).toEqual([keyId]);
  });
});
