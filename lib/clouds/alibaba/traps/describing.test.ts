import { describe, expect, it } from "vitest";
import { addKey, changeKey, removeKey } from "#emulators/index.ts";
import type { KeyDetail } from "#lib/model/key.ts";
import { useAlibaba } from "./testing/use-alibaba.ts";

describe("describing", () => {
  const cloud = useAlibaba();
  const proxied = (name: string) => cloud.ask<KeyDetail>(`GET /accounts/${cloud.account.id}/regions/${cloud.region}/keys/${encodeURIComponent(name)}`);

  it("1: a key deleted between its listing and its description is told as no longer there, and harms no other row", async () => {
    const [key, ...others] = cloud.keys();
    if (!key) throw new Error("no key");
    cloud.strike("DescribeKey", { kind: "run", run: () => cloud.world.keys.includes(key) && removeKey(cloud.world, key) }, { keyId: key.keyId });
    expect(await cloud.read()).toEqual(["read"]);
    const { rows, coverage } = await cloud.list();
    expect(rows.filter(({ keyId }) => keyId !== key.keyId)).toHaveLength(others.length);
    expect(coverage.problems.filter(({ code }) => code === "Forbidden.KeyNotFound")).toEqual([]);
    expect(coverage).toMatchObject({ complete: true, held: others.length, claimed: others.length });
    const row = await cloud.row(key);
    expect(row).toMatchObject({
      presence: "gone",
      goneAt: expect.any(String),
      state: null,
      absent: { state: "failed" },
      notes: { state: "Forbidden.KeyNotFound" },
    });
    const live = await cloud.ask<{ error: { code: string; message: string } }>(`GET /keys/${row.ref}?live=true`);
    expect([live.status, live.body.error.message]).toEqual([404, "The cloud knows this key no more."]);
    expect(await cloud.readAgain()).toEqual(["read"]);
    expect((await cloud.list()).coverage).toMatchObject({ complete: true, held: others.length });
  });

  it("1: a key that the cloud lists and does not know keeps its row, with the reason in its cells", async () => {
    const key = cloud.plain(0);
    cloud.strike("DescribeKey", { kind: "refuse", code: "Forbidden.KeyNotFound" }, { keyId: key.keyId });
    cloud.strike("DescribeKey", { kind: "refuse", code: "Forbidden.KeyNotFound" }, { keyId: key.arn ?? "" });
    expect(await cloud.read()).toEqual(["read"]);
    expect(await cloud.row(key)).toMatchObject({ presence: "present", absent: { state: "failed" }, notes: { state: "Forbidden.KeyNotFound" } });
    expect((await cloud.list()).coverage.problems).toContainEqual(
      expect.objectContaining({
        operation: "DescribeKey",
        code: "Forbidden.KeyNotFound",
        message: "The cloud has no such key.",
        requestId: expect.any(String),
      }),
    );
  });

  it("11: service keys are told by their creator or by their alias, with none of either lost", async () => {
    const named = cloud.plain(2);
    changeKey(named, { aliases: ["alias/acs/kafka"], alias: "alias/acs/kafka" });
    const nameless = addKey(
      cloud.emulators.world,
      cloud.world,
      { region: cloud.region, project: null },
      { label: "trap-11", facts: { aliases: [] }, wire: { Creator: "Nas" } },
    );
    const [ecs, oss] = await cloud.described({ Creator: "Ecs" }, { Creator: "Oss" });
    const rows = [ecs, oss, await cloud.row(named), await cloud.row(nameless)];
    for (const row of rows)
      expect(row).toMatchObject({ manager: "service", rotation: null, absent: { rotation: "not-applicable" }, notes: { rotation: "service key" } });
    expect(rows[3]).toMatchObject({ alias: null, aliases: [] });
    const ids = rows.map((row) => row?.keyId);
    expect(await cloud.ids(`id=${ids.join(",")}&manager=service`)).toEqual(ids.sort());
    expect(await cloud.ids(`id=${ids.join(",")}&manager=customer`)).toEqual([]);
  });

  it("12: a key has no alias, or many, or one that looks like a path, and each of them finds it", async () => {
    const [none, many] = [cloud.plain(0), cloud.plain(1)];
    changeKey(none, { aliases: [], alias: null });
    changeKey(many, { aliases: ["alias/pay/eu/../card+1", "alias/z", "alias/pay/eu"] });
    await cloud.read();
    expect(await cloud.row(none)).toMatchObject({ alias: null, aliases: [] });
    expect((await cloud.row(none)).absent.alias).toBeUndefined();
    expect(await cloud.ids(`id=${none.keyId}&alias=none`)).toEqual([none.keyId]);
    expect((await cloud.row(many)).aliases?.toSorted()).toEqual(["alias/pay/eu", "alias/pay/eu/../card+1", "alias/z"]);
    for (const alias of ["alias/z", "alias/pay/eu", "pay/eu", "alias/pay/eu/../card+1"])
      expect(await cloud.ids(`alias=${encodeURIComponent(alias)}`)).toEqual([many.keyId]);
    changeKey(many, { aliases: ["alias/pay/eu_1-a"] });
    cloud.calls.clear();
    expect((await proxied("alias/pay/eu_1-a")).body.keyId).toBe(many.keyId);
    expect(cloud.calls.of("DescribeKey")).toMatchObject([{ keyId: "alias/pay/eu_1-a", status: 200 }]);
    for (const name of ["alias/pay/eu?x=1", "alias/", "alias/a b", "k&KeyId=other", "..%2f"]) {
      expect((await proxied(name)).body).toMatchObject({ error: { code: "unsupported_identifier" } });
    }
    expect(cloud.calls.all()).toHaveLength(1);
  });

  it("13: ids of both forms, ARNs of acs: and account numbers beyond 2^53 keep every digit", async () => {
    const place = { region: cloud.region, project: null };
    const forms = ["08c33a6f-4e0a-4a1b-a3fa-7ddfa1d4bc73", "key-hzz62f1cb66fa42qo7d3k", "90071992547409931234567890"];
    for (const keyId of forms) addKey(cloud.emulators.world, cloud.world, place, { label: keyId, keyId });
    const owner = "98765432109876543210987";
    for (const keyId of forms) {
      const bent = { Arn: `acs:kms:${cloud.region}:${owner}:key/${keyId}`, Creator: owner };
      cloud.bend("DescribeKey", (body) => ({ KeyMetadata: { ...(body.KeyMetadata as object), ...bent } }), { keyId });
    }
    await cloud.read();
    for (const keyId of forms)
      expect(await cloud.row({ keyId })).toMatchObject({ keyId, arn: `acs:kms:${cloud.region}:${owner}:key/${keyId}`, manager: "customer" });
    const byArn = await proxied(cloud.plain(0).arn ?? "");
    expect([byArn.status, byArn.body.keyId]).toEqual([200, cloud.plain(0).keyId]);
  });

  it("45: an alias that was bound anew leads to the other key, under that key's own ref", async () => {
    const [one, other] = [cloud.plain(0), cloud.plain(1)];
    changeKey(one, { aliases: ["alias/moving"] });
    changeKey(other, { aliases: [] });
    await cloud.read();
    const before = (await proxied("alias/moving")).body;
    changeKey(one, { aliases: [] });
    changeKey(other, { aliases: ["alias/moving"] });
    const after = (await proxied("alias/moving")).body;
    const [oneRow, otherRow] = [await cloud.row(one), await cloud.row(other)];
    expect([before.keyId, before.ref]).toEqual([one.keyId, oneRow.ref]);
    expect([after.keyId, after.ref, after.arn]).toEqual([other.keyId, otherRow.ref, other.arn]);
    await cloud.readAgain();
    expect([(await cloud.row(one)).aliases, (await cloud.row(other)).aliases]).toEqual([[], ["alias/moving"]]);
    expect(await cloud.ids("alias=moving")).toEqual([other.keyId]);
  });
});
