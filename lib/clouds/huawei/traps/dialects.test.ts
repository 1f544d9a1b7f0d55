import { describe, expect, it } from "vitest";
import { removeKey, type SiteDialect } from "#emulators/index.ts";
import type { KeysAnswer } from "#lib/model/answers.ts";
import { useHuawei } from "./testing/use-huawei.ts";

describe("a site that does not know key_spec", () => {
  const cloud = useHuawei("Telekom DE/eu-de");
  /** The plan of the site is shared by all worlds: what a test changes is a copy. */
  const change = (more: Partial<SiteDialect>) => {
    cloud.world.dialect = { ...(cloud.world.dialect as SiteDialect), ...more };
  };
  const idsOf = (keys: readonly { keyId: string }[]) => keys.map(({ keyId }) => keyId).sort();
  const aes = () => cloud.keys().filter(({ facts }) => facts.spec === "aes-256");

  it.each(["KMS.0308", "KMS.1110", "KMS.0201"] as const)(
    "2: one that refuses it with %s is asked without, once a listing, and its list says what it leaves out",
    async (refusal) => {
      await cloud.serve({ pageSize: 3 });
      change({ refusal });
      expect(aes().length).toBeGreaterThan(3);
      expect(aes().length).toBeLessThan(cloud.keys().length);
      expect(await cloud.read()).toEqual(["read"]);
      expect(cloud.calls.of("list-keys").map(({ status }) => status)).toEqual([400, ...Array(Math.ceil(aes().length / 3)).fill(200)]);
      expect(await cloud.source()).toMatchObject({ outcome: "read", held: aes().length, onlySpecs: ["aes-256"] });
      const { rows, coverage } = await cloud.list();
      expect(idsOf(rows)).toEqual(idsOf(aes()));
      expect(coverage).toMatchObject({ complete: false, read: 1 });
      expect(coverage.problems).toContainEqual(expect.objectContaining({ code: "listing-limited", message: expect.stringMatching(/AES/i), region: "eu-de" }));
    },
  );

  it("2: a key that a limited listing cannot name is not taken for gone", async () => {
    change({ refuses: [], listsAllSpecs: true });
    for (const key of cloud
      .keys()
      .filter(({ facts }) => facts.spec !== "aes-256")
      .slice(3))
      removeKey(cloud.world, key);
    await cloud.read();
    const before = idsOf((await cloud.list()).rows);
    expect(before).toEqual(idsOf(cloud.keys()));
    change({ refuses: ["key_spec"], listsAllSpecs: false });
    expect(await cloud.readAgain()).toEqual(["read"]);
    const { rows, coverage } = await cloud.list();
    expect(idsOf(rows)).toEqual(before);
    expect(coverage.complete).toBe(false);
  });

  it("2: one that ignores it and lists everything is whole", async () => {
    change({ refuses: [], listsAllSpecs: true });
    expect(await cloud.read()).toEqual(["read"]);
    expect(idsOf((await cloud.list()).rows)).toEqual(idsOf(cloud.keys()));
    expect(await cloud.source()).toMatchObject({ onlySpecs: null });
    expect((await cloud.list()).coverage).toMatchObject({ complete: true, held: cloud.keys().length });
  });

  it("2: one that refuses it and lists everything all the same is whole", async () => {
    change({ listsAllSpecs: true });
    expect(await cloud.read()).toEqual(["read"]);
    expect(idsOf((await cloud.list()).rows)).toEqual(idsOf(cloud.keys()));
    expect(await cloud.source()).toMatchObject({ onlySpecs: null });
  });

  it("2: a filter by enterprise project that the site refuses is applied here, and hides nothing", async () => {
    await cloud.connect();
    const { status, body } = await cloud.ask<KeysAnswer>("GET /live/keys?enterpriseProject=!0&size=200");
    expect([status, body.coverage.unread]).toEqual([200, 0]);
    expect((await cloud.ask<KeysAnswer>("GET /live/keys?enterpriseProject=unreported&size=200")).body.total).toBe(aes().length);
  });

  it("2: the plain proxy names the limit of what it lists", async () => {
    await cloud.connect();
    const page = await cloud.ask<KeysAnswer>(`GET /accounts/${cloud.account.id}/regions/eu-de/keys`);
    expect(page.status).toBe(200);
    expect(idsOf(page.body.rows)).toEqual(idsOf(aes()));
  });

  it("18: a key whose listing lacks spec and usage is described for them", async () => {
    change({ listLacksIn: { "eu-de": ["key_spec", "key_usage", "key_rotation_enabled"] } });
    await cloud.read();
    const { rows } = await cloud.list();
    expect(rows.map(({ spec, usage }) => [spec, usage])).toEqual(rows.map(() => ["aes-256", "encrypt-decrypt"]));
  });

  it("29: without a list of aliases nobody knows them: unreported, never none, and not asked key by key", async () => {
    await cloud.read();
    await cloud.readAgain();
    const { rows } = await cloud.list();
    expect(rows.map(({ aliases, absent }) => [aliases, absent.aliases])).toEqual(rows.map(() => [null, "unreported"]));
    expect(rows.every(({ alias }) => alias !== null)).toBe(true);
    expect((await cloud.list("alias=none")).total).toBe(0);
    expect(cloud.calls.of("aliases").length).toBeLessThanOrEqual(2);
    expect((await cloud.list()).coverage.problems.map(({ operation }) => operation)).not.toContain("aliases");
  });
});

describe("a site whose list of aliases was taken away", () => {
  const cloud = useHuawei("EU platform/tr-west-1");

  it.each([
    ["APIG.0101", 404],
    ["APIGW.0101", 404],
    ["KMS.0201", 400],
  ])("29: %s to it hides the section at once, and darkens nothing else", async (code, status) => {
    const body = JSON.stringify(code.startsWith("KMS") ? { error: { error_code: code, error_msg: "" } } : { error_code: code, error_msg: "", request_id: "r" });
    cloud.strike("aliases", { kind: "answer", status, body });
    expect(await cloud.read()).toEqual(["read"]);
    expect(cloud.calls.of("aliases")).toHaveLength(1);
    const { rows, coverage } = await cloud.list();
    expect(rows.map(({ aliases, absent }) => [aliases, absent.aliases])).toEqual(rows.map(() => [null, "unreported"]));
    expect(rows.map(({ keyId, alias }) => [keyId, alias]).sort()).toEqual(
      cloud
        .keys()
        .map(({ keyId, facts }) => [keyId, facts.alias])
        .sort(),
    );
    expect(coverage).toMatchObject({ complete: true, problems: [] });
    expect((await cloud.opened(cloud.keys()[0])).absent.aliases).toBe("unreported");
  });

  it.each([403, 500])("29: a refusal with %i is none of that: the cells say why", async (status) => {
    cloud.strike("aliases", { kind: "answer", status, body: "{}" });
    await cloud.read();
    const { rows, coverage } = await cloud.list();
    expect(new Set(rows.map(({ absent }) => absent.aliases))).toEqual(new Set([status === 403 ? "denied" : "failed"]));
    expect(coverage.problems).toContainEqual(expect.objectContaining({ operation: "aliases", code: `HTTP ${status}` }));
  });
});
