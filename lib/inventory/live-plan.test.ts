import { describe, expect, it } from "vitest";
import { QUICK } from "../clouds/testing/open-emulated.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { formatKeyQuery } from "../query/format-key-query.ts";
import { parseStrict } from "../query/parse-key-query.ts";
import { queueSources } from "../store/sources.ts";
import { database } from "../store/database.ts";
import { listKeys } from "./list-keys.ts";
import { listLiveKeys } from "./list-live-keys.ts";
import { proxyKeys } from "./proxy-keys.ts";
import { readAll, useConnectedWorld } from "./testing/connected-world.ts";
import { timeless } from "./testing/timeless.ts";

describe("what clouds do with a filter", () => {
  const connected = useConnectedWorld();
  const live = (link: string) => listLiveKeys(SYSTEM_SCOPE, parseStrict(link), undefined, { pace: QUICK });
  const stored = (link: string) => listKeys(SYSTEM_SCOPE, parseStrict(link));
  const logged = () => Object.values(connected.clouds.clouds).flatMap(({ calls }) => calls.all().filter(({ region }) => region !== null));
  const countCalls = (all: readonly { region: string | null; project: string | null }[]) => {
    const counts: Record<string, number> = {};
    for (const { region, project } of all) counts[`${region} ${project}`] = (counts[`${region} ${project}`] ?? 0) + 1;
    return counts;
  };

  it("costs what the clouds themselves count, refused calls and tries again included", async () => {
    const [refused] = (await stored("cloud=huawei&size=25")).rows;
    const { alibaba, huawei } = connected.clouds.clouds;
    huawei.faults.add({ fault: { kind: "refuse", code: "KMS.0308" }, operation: "list-keys", region: refused?.region, times: 1 });
    alibaba.faults.add({ fault: { kind: "throttle" }, operation: "ListKeys", times: 2 });
    for (const { calls } of [alibaba, huawei]) calls.clear();
    const { plan } = await live("facets=state,origin&q=prod");
    expect(Object.fromEntries(plan.map(({ region, project, calls }) => [`${region} ${project}`, calls]))).toEqual(countCalls(logged()));
  });

  it("asks beside the picked sources only what the facets of place count", async () => {
    const [row] = (await stored("cloud=alibaba&size=25")).rows;
    const link = `cloud=alibaba&region=${row?.region}&spec=aes-256&facets=cloud,region,account,state`;
    const [held, now] = [await stored(link), await live(link)];
    expect(now.facets).toEqual(held.facets);
    expect([now.total, now.rows.map(timeless)]).toEqual([held.total, held.rows.map(timeless)]);
    expect(now.coverage.sources).toBe(held.coverage.sources);
    expect(now.facets.region?.filter(({ count }) => count > 0).length).toBeGreaterThan(1);
    for (const { calls } of Object.values(connected.clouds.clouds)) calls.clear();
    await live(`region=${row?.region}&facets=region`);
    const aside = logged().filter(({ region }) => region !== row?.region);
    expect(new Set(aside.map(({ operation }) => operation))).toEqual(new Set(["ListKeys", "list-keys"]));
  });

  it("is said where one ignores it, and nothing is widened", async () => {
    const link = "cloud=alibaba&protection=hsm";
    const { plan, rows } = await live(link);
    expect(plan.filter(({ pushedDown }) => pushedDown.includes("protection")).length).toBeGreaterThan(0);
    expect(plan.filter(({ ignored }) => ignored.includes("protection")).length).toBeGreaterThan(0);
    expect(rows.map(timeless)).toEqual((await stored(link)).rows.map(timeless));
  });

  it("is not left to one that may miss keys: its own records have to say what it filters by", async () => {
    const [row] = (await stored("cloud=huawei&manager=customer&size=25")).rows;
    const key = connected.clouds.world.accounts.flatMap(({ keys }) => keys).find(({ keyId }) => keyId === row?.keyId);
    if (!row || !key) throw new Error("no key");
    Object.assign(key.facts, { protection: "hsm", instance: "9b1f4c20-7a3e-4d55-8c11-2f0e6ab7d9c3" });
    const link = `cloud=huawei&region=${row.region}&project=${row.project}&protection=hsm&size=200`;
    const params = new URLSearchParams({ protection: "hsm", project: row.project ?? "" });
    const ask = async () => {
      await queueSources(database(), SYSTEM_SCOPE, { accountId: row.account.id, region: row.region });
      await readAll();
      const { plan, rows } = await live(link);
      const page = await proxyKeys(SYSTEM_SCOPE, row.account.id, row.region, params);
      expect(rows.map(timeless)).toEqual((await stored(link)).rows.map(timeless));
      expect([rows, page.rows].map((found) => found.map(({ ref }) => ref))).toEqual([[row.ref], [row.ref]]);
      return [plan[0]?.pushedDown.includes("protection"), page.pushedDown];
    };
    expect(await ask()).toEqual([true, ["protection"]]);
    key.wire.keystore_type = null;
    expect(await ask()).toEqual([false, []]);
    key.wire.keystore_type = "DEFAULT";
    expect(await ask()).toEqual([false, []]);
  });

  it("is said where one refuses it, and is done here", async () => {
    const { rows } = await stored("cloud=alibaba&alias=any&size=25");
    const [row] = rows;
    const query = { ...parseStrict(`cloud=alibaba&region=${row?.region}`), size: 200 as const };
    const filters = [
      ...query.filters,
      { field: "alias" as const, negated: false, match: "equals" as const, values: [{ kind: "text" as const, text: row?.alias ?? "" }] },
    ];
    const link = formatKeyQuery({ ...query, filters });
    const { faults } = connected.clouds.clouds.alibaba;
    faults.add({ fault: { kind: "refuse", code: "InvalidParameter", status: 400 }, operation: "ListKeys", times: 1 });
    const { plan, rows: now } = await live(link);
    expect(plan).toMatchObject([{ pushedDown: [], refused: ["alias"], ignored: [] }]);
    expect(plan[0]?.local).toContain("alias");
    expect(now.map(timeless)).toEqual((await stored(link)).rows.map(timeless));
    expect((await live(link)).plan).toMatchObject([{ pushedDown: ["alias"], refused: [], local: ["cloud", "region"] }]);
  });

  it("keeps a key that its listing lacks, live as stored", async () => {
    const { rows } = await stored("cloud=alibaba&state=enabled&manager=customer&size=25");
    const [lacking] = rows;
    const keyId = lacking?.keyId ?? "";
    connected.clouds.clouds.alibaba.faults.add({
      fault: { kind: "rewrite", rewrite: (body) => without(body, keyId) },
      operation: "ListKeys",
      region: lacking?.region,
    });
    await queueSources(database(), SYSTEM_SCOPE, { accountId: lacking?.account.id, region: lacking?.region });
    await readAll();
    const link = `cloud=alibaba&region=${lacking?.region}&size=200`;
    const [held, now] = [await stored(link), await live(link)];
    expect(held.rows.find((row) => row.keyId === keyId)?.presence).toBe("missing");
    expect(now.rows.map(timeless)).toEqual(held.rows.map(timeless));
    expect(now.differences).toEqual({ created: 0, gone: 0, changed: 0, rows: [], complete: true });
    expect((await live(`${link}&state=enabled`)).rows.map(({ keyId: id }) => id)).toContain(keyId);
  });
});

/** A listing without one key, whose total says the same. */
function without(body: Record<string, unknown>, keyId: string): Record<string, unknown> {
  const { Key = [] } = (body.Keys ?? {}) as { Key?: { KeyId: string }[] };
  return { ...body, Keys: { Key: Key.filter(({ KeyId }) => KeyId !== keyId) }, TotalCount: Number(body.TotalCount) - 1 };
}
