import { describe, expect, it } from "vitest";
import { addKey } from "#emulators/index.ts";
import { useHuawei } from "./testing/use-huawei.ts";

describe("listing", () => {
  const cloud = useHuawei("Core infra/cn-north-4");
  const specs = () => [...new Set(cloud.keys().map(({ facts }) => facts.spec))].sort();
  const heldSpecs = async () => [...new Set((await cloud.list()).rows.map(({ spec }) => spec))].sort();
  const page = (more: object) => ({ kind: "rewrite" as const, rewrite: (body: Record<string, unknown>) => ({ ...body, ...more }) });

  it("1: keys of every spec are listed, which a listing without key_spec would hide", async () => {
    expect(specs()).toEqual(expect.arrayContaining(["aes-256", "hmac-384", "hmac-sm3", "sm4"]));
    expect(await cloud.read()).toEqual(["read"]);
    expect(await heldSpecs()).toEqual(specs());
    expect(await cloud.source()).toMatchObject({ held: cloud.keys().length, claimed: cloud.keys().length, onlySpecs: null, problem: null });
  });

  it('3: truncated "false" is a truthy string and ends the listing; booleans are taken too', async () => {
    await cloud.serve({ pageSize: 10 });
    const boolean = (body: Record<string, unknown>) => ({ ...body, truncated: body.truncated === "true" });
    expect(await cloud.read()).toEqual(["read"]);
    const pages = cloud.calls.of("list-keys").length;
    expect(pages).toBe(Math.ceil(cloud.keys().length / 10));
    cloud.calls.clear();
    cloud.strike("list-keys", { kind: "rewrite", rewrite: boolean });
    expect(await cloud.readAgain()).toEqual(["read"]);
    expect(cloud.calls.of("list-keys")).toHaveLength(pages);
    expect((await cloud.list()).coverage).toMatchObject({ complete: true, held: cloud.keys().length });
  });

  it.each([
    ["truncated with no marker", { truncated: "true", next_marker: "" }, "paging_contradicts"],
    ["a marker and not truncated", { truncated: "false", next_marker: "10" }, "paging_contradicts"],
    ["the marker that was sent", { truncated: "true", next_marker: "10" }, "page_token_repeated"],
  ])("4: %s is a contradiction, and never a whole list", async (_, more, code) => {
    await cloud.serve({ pageSize: 10 });
    await cloud.read();
    cloud.strike("list-keys", page(more), { page: "10" });
    expect(await cloud.readAgain()).toEqual(["failed"]);
    expect(await cloud.source()).toMatchObject({
      outcome: "failed",
      held: cloud.keys().length,
      problem: { operation: "list-keys", code, requestId: expect.any(String) },
    });
    const { coverage, rows } = await cloud.list();
    expect([coverage.complete, coverage.stale, rows.length]).toEqual([false, 1, cloud.keys().length]);
    expect(coverage.problems).toContainEqual(expect.objectContaining({ code }));
  });

  it("5: a page of no items that says there are more is no end", async () => {
    cloud.strike("list-keys", page({ keys: [], key_details: [], truncated: "true", next_marker: "2000" }));
    expect(await cloud.read()).toEqual(["failed"]);
    expect(await cloud.source()).toMatchObject({ outcome: "failed", lastReadAt: null, problem: { code: "page_empty" } });
    expect((await cloud.list()).coverage).toMatchObject({ complete: false, unread: 1, claimed: null });
  });

  it("5: a project of more than 2000 keys is listed whole", async () => {
    const place = { region: cloud.project.region, project: cloud.project.id };
    for (let n = cloud.keys().length; n < 2003; n++) addKey(cloud.emulators.world, cloud.world, place, { label: `many-${n}`, facts: { spec: "hmac-256" } });
    expect(await cloud.read()).toEqual(["read"]);
    expect(cloud.calls.of("list-keys").map((call) => call.page)).toEqual([null, "2000"]);
    expect(await cloud.list("size=25")).toMatchObject({ total: 2003, coverage: { complete: true, held: 2003, claimed: 2003 } });
  });

  it("5: a key made between two pages stands once in the list, and the counts agree", async () => {
    await cloud.serve({ pageSize: 10 });
    cloud.strike("list-keys", { kind: "insert-key" }, { nth: 2, times: 1 });
    const before = cloud.keys().length;
    expect(await cloud.read()).toEqual(["read"]);
    expect(cloud.keys()).toHaveLength(before + 1);
    const { rows, coverage } = await cloud.list();
    expect(rows.map(({ keyId }) => keyId).sort()).toEqual(
      cloud
        .keys()
        .map(({ keyId }) => keyId)
        .sort(),
    );
    expect(coverage).toMatchObject({ complete: true, held: before + 1, claimed: before + 1 });
  });

  it("5: a total that stays wrong is said, and takes no key away", async () => {
    cloud.strike("list-keys", { kind: "claim", total: cloud.keys().length + 4 });
    expect(await cloud.read()).toEqual(["read"]);
    expect((await cloud.list()).coverage).toMatchObject({
      complete: false,
      held: cloud.keys().length,
      claimed: cloud.keys().length + 4,
      problems: [expect.objectContaining({ code: "count-mismatch" })],
    });
  });

  it.each([
    ["missing", () => undefined],
    ["null", () => null],
    ["shorter than keys", (details: unknown) => (details as unknown[]).slice(0, 3)],
  ])("6: key_details %s: the keys are there and are described one by one", async (_, bent) => {
    cloud.strike("list-keys", { kind: "rewrite", rewrite: (body) => ({ ...body, key_details: bent(body.key_details) }) });
    expect(await cloud.read()).toEqual(["read"]);
    const { rows, coverage } = await cloud.list();
    expect(rows.map(({ keyId, state }) => [keyId, state]).sort()).toEqual(
      cloud
        .keys()
        .map(({ keyId, facts }) => [keyId, facts.state])
        .sort(),
    );
    expect(cloud.calls.of("describe-key")).toHaveLength(cloud.keys().length - (bent([1, 2, 3, 4])?.length ?? 0));
    expect(coverage.complete).toBe(true);
    const told = cloud.calls.of("describe-key")[0];
    expect((await cloud.detail({ keyId: told?.keyId ?? "" })).facts.state).toMatchObject({ operation: "describe-key", requestId: told?.requestId });
  });
});
