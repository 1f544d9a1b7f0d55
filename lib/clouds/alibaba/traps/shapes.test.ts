import { describe, expect, it } from "vitest";
import { removeKey } from "#emulators/index.ts";
import { useAlibaba } from "./testing/use-alibaba.ts";

type Body = Record<string, unknown> & { Keys?: { Key: unknown[] } };

describe("shapes", () => {
  const cloud = useAlibaba();
  const ids = () =>
    cloud
      .keys()
      .map(({ keyId }) => keyId)
      .sort();

  it("3: a flat list is the same list as a nested one, for keys, aliases and tags", async () => {
    for (const operation of ["ListKeys", "ListAliases", "ListTagResources"]) cloud.strike(operation, { kind: "flat" });
    expect(await cloud.read()).toEqual(["read"]);
    expect(await cloud.ids("")).toEqual(ids());
    const named = cloud.plain(0);
    expect(await cloud.row(named)).toMatchObject({ alias: named.facts.alias, tags: named.facts.tags });
    const { coverage } = await cloud.list();
    expect([coverage.complete, coverage.problems.filter(({ operation }) => operation !== "DescribeKey")]).toEqual([true, []]);
  });

  it("3: a single key that comes without its list is one key", async () => {
    for (const key of cloud.keys().slice(1)) removeKey(cloud.world, key);
    cloud.bend("ListKeys", (body: Body) => ({ ...body, Keys: { Key: body.Keys?.Key[0] } }));
    expect(await cloud.read()).toEqual(["read"]);
    expect(await cloud.ids("")).toEqual(ids());
    expect(ids()).toHaveLength(1);
  });

  it.each([
    ["{}", {}],
    ["null", null],
    ["absent", undefined],
    ["{Key: null}", { Key: null }],
    ["{Key: []}", { Key: [] }],
    ["[]", []],
  ])("3: Keys %s under a total of more is a gap that is said, and never no keys", async (_, Keys) => {
    await cloud.read();
    const before = ids();
    cloud.bend("ListKeys", (body) => ({ ...body, Keys }));
    expect(await cloud.readAgain()).toEqual(["read"]);
    expect(await cloud.ids("presence=present")).toEqual(before);
    const { coverage } = await cloud.list();
    expect(coverage).toMatchObject({ complete: false, held: before.length, claimed: before.length });
    expect(coverage.problems).toContainEqual(expect.objectContaining({ code: "count-mismatch" }));
  });

  it("3: on a first reading, too, a total without its keys is no clean zero", async () => {
    cloud.bend("ListKeys", (body) => ({ ...body, Keys: {} }));
    await cloud.read();
    expect((await cloud.list()).coverage).toMatchObject({ complete: false, held: 0, claimed: cloud.keys().length });
  });

  it("3: no list and no total is nonsense, and the keys of before stay", async () => {
    await cloud.read();
    cloud.bend("ListKeys", () => ({ PageNumber: 1 }));
    expect(await cloud.readAgain()).toEqual(["failed"]);
    expect(await cloud.source()).toMatchObject({ outcome: "failed", held: ids().length, problem: { code: "list_missing", requestId: expect.any(String) } });
    expect((await cloud.list()).coverage).toMatchObject({ complete: false, stale: 1 });
  });

  it("34: counts that come as text are counts", async () => {
    cloud.bend("ListKeys", (body) => ({ ...body, PageNumber: String(body.PageNumber), PageSize: String(body.PageSize), TotalCount: String(body.TotalCount) }));
    expect(await cloud.read()).toEqual(["read"]);
    expect((await cloud.list()).coverage).toMatchObject({ complete: true, held: ids().length, claimed: ids().length });
    expect(cloud.calls.of("ListKeys")).toHaveLength(Math.ceil(ids().length / 10));
  });

  it("34: without a total every page is read until one is empty, and nothing is claimed", async () => {
    cloud.bend("ListKeys", ({ TotalCount: _, ...body }) => body);
    expect(await cloud.read()).toEqual(["read"]);
    expect(await cloud.ids("")).toEqual(ids());
    expect(await cloud.source()).toMatchObject({ claimed: null, held: ids().length });
    expect(cloud.calls.of("ListKeys")).toHaveLength(Math.ceil(ids().length / 10) + 1);
  });

  it.each([-1, "-1", 1.5, "many", "1e2", 3e9, {}, [7], true])("34: a total of %j is nonsense, and no listing", async (TotalCount) => {
    await cloud.read();
    cloud.bend("ListKeys", (body) => ({ ...body, TotalCount }));
    expect(await cloud.readAgain()).toEqual(["failed"]);
    expect(await cloud.ids("presence=present")).toEqual(ids());
    expect(await cloud.source()).toMatchObject({ outcome: "failed", problem: { code: "count_unreadable", operation: "ListKeys" } });
  });
});
