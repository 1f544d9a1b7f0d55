import { describe, expect, it } from "vitest";
import { addKey, changeKey, type WorldKey } from "#emulators/index.ts";
import { useHuawei } from "./testing/use-huawei.ts";

describe("an opened key and an opened source", () => {
  const cloud = useHuawei();
  const granted = () => cloud.keys().find(({ facts, extras }) => facts.manager === "customer" && extras.grants.length > 0) as WorldKey;
  const service = () => cloud.keys().find(({ facts }) => facts.manager === "service") as WorldKey;

  it("13: a key that is about to be deleted still counts in the quota", async () => {
    const used = async () => {
      const { quotas } = (await cloud.source()).about;
      return quotas && "value" in quotas ? quotas.value.find(({ name }) => name === "CMK")?.used : quotas;
    };
    const dying = addKey(cloud.emulators.world, cloud.world, cloud.place, { label: "dying" });
    await cloud.read();
    const before = await used();
    expect(before).toBe(cloud.keys().filter(({ facts }) => facts.manager === "customer").length);
    changeKey(dying, { state: "pending-deletion", deletesAt: new Date(Date.now() + 86_400_000).toISOString() });
    await cloud.readAgain();
    expect(await used()).toBe(before);
    expect((await cloud.source()).held).toBe(cloud.keys().length);
  });

  it("14: a default key cannot have grants, and nobody asks for them", async () => {
    await cloud.read();
    const { extras } = await cloud.opened(service());
    expect(extras.grants).toMatchObject({ absent: "not-applicable", note: "service key" });
    expect(cloud.calls.of("list-grants")).toEqual([]);
  });

  it("27: grants refused darken their section only, with the code and the request id", async () => {
    await cloud.read();
    cloud.strike("list-grants", { kind: "deny" });
    const { extras, ...row } = await cloud.opened(granted());
    expect(extras.grants).toMatchObject({ absent: "denied", note: "KMS.0306", fact: { operation: "list-grants", requestId: expect.any(String) } });
    expect(row).toMatchObject({ state: granted().facts.state, alias: granted().facts.alias, tags: granted().facts.tags });
  });

  it("27: with everything but the list and the key refused, the opened key is whole but for its sections", async () => {
    await cloud.read();
    for (const operation of ["get-key-rotation-status", "tags", "resource_instances", "aliases", "list-grants"]) cloud.strike(operation, { kind: "deny" });
    const key = cloud.keys().find(({ facts }) => facts.alias === "payments/refund-token");
    const { extras, absent, state, rotation } = await cloud.opened(key);
    expect({ state, rotation }).toEqual({ state: "enabled", rotation: "on" });
    expect(absent).toMatchObject({ tags: "denied", aliases: "denied", rotationIntervalDays: "denied", lastRotatedAt: "denied" });
    expect([extras.grants, extras.versions].map((told) => ("absent" in told ? told.absent : null))).toEqual(["denied", "denied"]);
    expect(absent).not.toHaveProperty("spec");
  });

  it("30: grants printed as null are none", async () => {
    await cloud.read();
    cloud.strike("list-grants", { kind: "rewrite", rewrite: (body) => ({ ...body, grants: null, total: 0, next_marker: "", truncated: "false" }) });
    expect((await cloud.opened(granted())).extras.grants).toMatchObject({ value: [], fact: { operation: "list-grants" } });
  });

  it("30: an answer without grants is a failure, and not none", async () => {
    await cloud.read();
    cloud.strike("list-grants", { kind: "rewrite", rewrite: () => ({ total: 0, next_marker: "", truncated: "false" }) });
    expect((await cloud.opened(granted())).extras.grants).toMatchObject({ absent: "failed", note: expect.any(String) });
  });

  it("36: grant ids of 64 characters and opaque principals stand as the cloud prints them", async () => {
    await cloud.read();
    const { extras } = await cloud.opened(granted());
    const told = "value" in extras.grants ? extras.grants.value : [];
    expect(told.map(({ id, grantee, operations }) => ({ id, grantee, operations }))).toEqual(
      granted().extras.grants.map(({ id, grantee, operations }) => ({ id, grantee, operations })),
    );
    expect(told[0]?.id).toMatch(/^[0-9a-f]{64}$/);
  });
});
