import { describe, expect, it } from "vitest";
import { changeKey } from "#emulators/index.ts";
import type { LiveAnswer, ProxyPage } from "#lib/model/answers.ts";
import { useAlibaba } from "./testing/use-alibaba.ts";

describe("filters where a region has no hardware", () => {
  // A region that ignores HSM, EC_SM2 and Aliyun_SM4 in silence.
  const cloud = useAlibaba("Payments prod/eu-central-1");

  it.each([
    ["protection=hsm", "protection", (key: { protection: string | null }) => key.protection === "hsm"],
    ["spec=sm4", "spec", (key: { spec: string | null }) => key.spec === "sm4"],
  ] as const)("30: %s, ignored by the region, is filtered here again, and the plan says so", async (query, field, wanted) => {
    await cloud.read();
    const { body } = await cloud.ask<LiveAnswer>(`GET /live/keys?${query}&size=200`);
    const truth = cloud.keys().filter(({ facts }) => wanted(facts));
    expect(truth.length).toBeLessThan(cloud.keys().length);
    expect(body.rows.map(({ keyId }) => keyId).sort()).toEqual(truth.map(({ keyId }) => keyId).sort());
    expect(body.rows.map(({ keyId }) => keyId).sort()).toEqual(await cloud.ids(query));
    expect(body.plan).toMatchObject([{ region: "eu-central-1", pushedDown: [field], ignored: [field] }]);
    expect(cloud.calls.of("ListKeys").length).toBeGreaterThan(0);
  });
});

describe("filters", () => {
  // Where no description is denied: a field with cells that nobody can judge is not pushed down.
  const cloud = useAlibaba("Payments prod/cn-shanghai");
  const live = async (query: string) => (await cloud.ask<LiveAnswer>(`GET /live/keys?${query}&size=200`)).body;

  it("31: more values than the cloud takes are not pushed down, and none is lost", async () => {
    const keys = Array.from({ length: 12 }, (_, n) => cloud.plain(n));
    for (const [n, key] of keys.entries()) changeKey(key, { instance: `kst-trap-${n}` });
    await cloud.read();
    const query = `instance=${keys.map(({ facts }) => facts.instance).join(",")}`;
    const answer = await live(query);
    expect(answer.rows.map(({ keyId }) => keyId).sort()).toEqual(keys.map(({ keyId }) => keyId).sort());
    expect(answer.plan).toMatchObject([{ pushedDown: [], local: ["instance"] }]);
  });

  it("31: a value given twice is sent once, an empty list is no filter, and quotes, slashes and other letters pass whole", async () => {
    const [quoted, plain] = [cloud.plain(0), cloud.plain(1)];
    changeKey(quoted, { instance: 'kst-"é/华\\東' });
    changeKey(plain, { instance: "kst-x" });
    await cloud.read();
    const value = encodeURIComponent('kst-"é/华\\\\東');
    const answer = await live(`instance=${value},kst-x,kst-x&usage=encrypt-decrypt`);
    expect(answer.rows.map(({ keyId }) => keyId).sort()).toEqual([quoted.keyId, plain.keyId].sort());
    expect(answer.plan[0]?.pushedDown.toSorted()).toEqual(["instance", "usage"]);
    expect(answer.plan[0]?.ignored).toEqual([]);
    const page = await cloud.ask<ProxyPage>(`GET /accounts/${cloud.account.id}/regions/${cloud.region}/keys?usage=encrypt-decrypt&instance=kst-x`);
    expect([page.body.rows.map(({ keyId }) => keyId), page.body.pushedDown.toSorted()]).toEqual([[plain.keyId], ["instance", "usage"]]);
  });

  it("31: an alias of other letters is found live as it is stored", async () => {
    const key = cloud.plain(3);
    changeKey(key, { alias: 'alias/支付/"eu"', aliases: ['alias/支付/"eu"'] });
    await cloud.read();
    const query = `alias=${encodeURIComponent('支付/"eu"')}`;
    expect(await cloud.ids(query)).toEqual([key.keyId]);
    expect((await live(query)).rows.map(({ keyId }) => keyId)).toEqual([key.keyId]);
  });

  it("31: several values of a field are any of them, several fields are all of them, as stored so live", async () => {
    await cloud.read();
    for (const query of [
      "state=disabled,pending-deletion",
      "state=enabled&manager=service",
      "spec=rsa-2048,ec-p256&usage=sign-verify",
      "state=!enabled&protection=hsm",
    ]) {
      const wanted = await cloud.ids(query);
      expect([query, (await live(query)).rows.map(({ keyId }) => keyId).sort()]).toEqual([query, wanted]);
    }
  });
});
