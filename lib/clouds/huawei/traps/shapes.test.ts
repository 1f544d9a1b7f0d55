import { describe, expect, it } from "vitest";
import { useHuawei } from "./testing/use-huawei.ts";

type Body = Record<string, unknown>;
const rewrite = (change: (body: Body) => unknown) => ({ kind: "rewrite" as const, rewrite: change });

describe("shapes of answers", () => {
  const cloud = useHuawei();
  const some = () => cloud.keys().find(({ facts }) => facts.rotation === "on" && facts.alias === "payments/refund-token");
  const another = (info: unknown) => ({ ...(info as Body), key_id: "11111111-2222-4333-8444-555555555555", key_alias: "another" });

  it.each<[string, (body: Body) => unknown]>([
    ["an object", (body) => body],
    ["a list of one", ({ key_info: info }) => ({ key_info: [info] })],
    ["a list of several", ({ key_info: info }) => ({ key_info: [another(info), info] })],
    ["the bare record", ({ key_info: info }) => info],
  ])("7: key_info as %s describes the key that was asked for", async (_, change) => {
    await cloud.connect();
    cloud.strike("describe-key", rewrite(change));
    const key = some();
    expect(await cloud.proxied(key?.keyId ?? "")).toMatchObject({ status: 200, body: { keyId: key?.keyId, alias: key?.facts.alias, state: key?.facts.state } });
  });

  it.each([
    ["an empty key_info is no such key", '{"key_info":[]}', { status: 404, body: { error: { code: "not_found" } } }, "gone"],
    ["an answer without key_info says nothing, and no key is gone for it", "{}", { status: 502, body: { error: { code: "cloud_protocol" } } }, "missing"],
  ])("7: %s", async (_, body, answer, presence) => {
    await cloud.read();
    const key = some();
    cloud.hide(key);
    cloud.strike("describe-key", { kind: "answer", status: 200, body });
    expect(await cloud.proxied(key?.keyId ?? "")).toMatchObject(answer);
    expect(await cloud.readAgain()).toEqual(["read"]);
    expect(await cloud.row(key)).toMatchObject({ presence, state: key?.facts.state, alias: key?.facts.alias });
  });

  it("8: member names with stray spaces are the members they look like", async () => {
    cloud.bend((details) => Object.fromEntries(Object.entries(details).map(([name, value]) => [`${name} `, value])));
    expect(await cloud.read()).toEqual(["read"]);
    expect(await cloud.said()).toEqual(cloud.truth());
    expect((await cloud.row(some())).enterpriseProject).toBe("0");
  });

  it("9: numbers and booleans where text is documented give the same keys", async () => {
    cloud.bend((details) => ({
      ...details,
      key_state: Number(details.key_state),
      creation_date: Number(details.creation_date),
      default_key_flag: Number(details.default_key_flag),
      keystore_id: details.keystore_id === "0" ? 0 : details.keystore_id,
      key_rotation_enabled: details.key_rotation_enabled === "true",
      scheduled_deletion_date: details.scheduled_deletion_date || null,
      expiration_time: details.expiration_time === "" ? 0 : Number(details.expiration_time),
    }));
    cloud.strike(
      "list-keys",
      rewrite((body) => ({ ...body, total: String(body.total), truncated: false })),
    );
    expect(await cloud.read()).toEqual(["read"]);
    expect(await cloud.said()).toEqual(cloud.truth());
    expect(await cloud.source()).toMatchObject({ claimed: cloud.keys().length, problem: null });
  });

  it("9: text where numbers and booleans are documented gives the same keys", async () => {
    const text = (body: Body) => Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));
    cloud.strike("get-key-rotation-status", rewrite(text));
    cloud.strike(
      "resource_instances",
      rewrite((body) => ({ ...body, total_count: String(body.total_count) })),
    );
    expect(await cloud.read()).toEqual(["read"]);
    expect(await cloud.said()).toEqual(cloud.truth());
    expect(await cloud.row(some())).toMatchObject({ rotation: "on", rotationIntervalDays: 180, lastRotatedAt: some()?.facts.lastRotatedAt });
  });

  it.each(["the bare object", "a list of it"])("30: aliases as %s are all read, page by page, by a name that is encoded", async (shape) => {
    const key = some();
    const names = ["alias/a&limit=1", "alias/b:c/d e", "alias/g+h%2F", "alias/é?x=1#y"];
    if (key) key.facts.aliases = [...key.facts.aliases, ...names];
    await cloud.serve({ pageSize: 1 });
    if (shape !== "the bare object") cloud.strike("aliases", { kind: "flat" });
    expect(await cloud.read()).toEqual(["read"]);
    expect((await cloud.row(key)).aliases).toEqual(expect.arrayContaining(names));
    const all = cloud.keys().flatMap(({ facts }) => facts.aliases.filter((name) => name.startsWith("alias/")));
    expect(cloud.calls.of("aliases").map(({ page }) => page)).toEqual([null, ...all.sort().slice(0, -1)]);
  });
});
