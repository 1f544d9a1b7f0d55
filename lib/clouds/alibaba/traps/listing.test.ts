import { describe, expect, it } from "vitest";
import { addKey, removeKey } from "#emulators/index.ts";
import { useAlibaba } from "./testing/use-alibaba.ts";

describe("listing", () => {
  const cloud = useAlibaba();
  const place = { region: "cn-hangzhou", project: null };
  const ids = () =>
    cloud
      .keys()
      .map(({ keyId }) => keyId)
      .sort();
  const pages = () => cloud.calls.of("ListKeys").map(({ page }) => page);
  const grow = (to: number) => {
    for (let n = cloud.keys().length; n < to; n++) addKey(cloud.emulators.world, cloud.world, place, { label: `grown-${n}` });
  };

  it("32: a key made between two pages stands once, and the listing is whole", async () => {
    cloud.strike("ListKeys", { kind: "insert-key" }, { nth: 3, times: 1 });
    const before = cloud.keys().length;
    expect(await cloud.read()).toEqual(["read"]);
    expect(cloud.keys()).toHaveLength(before + 1);
    expect(await cloud.ids("")).toEqual(ids());
    expect((await cloud.list()).coverage).toMatchObject({ complete: true, held: before + 1, claimed: before + 1 });
  });

  it("32: a key deleted between two pages hides its neighbour from that listing, which is therefore read again", async () => {
    const [first] = cloud.keys();
    cloud.strike("ListKeys", { kind: "delete-key", keyId: first?.keyId }, { nth: 3, times: 1 });
    expect(await cloud.read()).toEqual(["read"]);
    expect(ids()).not.toContain(first?.keyId);
    expect(await cloud.ids("")).toEqual(ids());
    expect((await cloud.list()).coverage).toMatchObject({ complete: true, held: ids().length, claimed: ids().length });
  });

  it("32: a total that is never reached ends the listing all the same, and the gap is said", async () => {
    const before = ids();
    cloud.strike("ListKeys", { kind: "claim", total: before.length + 9 });
    expect(await cloud.read()).toEqual(["read"]);
    expect(await cloud.ids("")).toEqual(before);
    expect((await cloud.list()).coverage).toMatchObject({
      complete: false,
      held: before.length,
      claimed: before.length + 9,
      problems: expect.arrayContaining([expect.objectContaining({ code: "count-mismatch", operation: "ListKeys" })]),
    });
    expect(pages().length).toBeLessThanOrEqual(2 * (Math.ceil(before.length / 10) + 1));
  });

  it("32: a page that comes twice is an error, and never a whole list", async () => {
    cloud.strike("ListKeys", { kind: "repeat-page" }, { page: "3" });
    expect(await cloud.read()).toEqual(["failed"]);
    expect(await cloud.source()).toMatchObject({ outcome: "failed", lastReadAt: null, problem: { code: "page_repeated", operation: "ListKeys" } });
    expect((await cloud.list()).coverage).toMatchObject({ complete: false, unread: 1 });
  });

  it("33: 100 keys are one full page and an empty one; a page smaller than asked is no end", async () => {
    grow(100);
    await cloud.restart({ pageSize: 100, world: cloud.emulators.world });
    expect(await cloud.read()).toEqual(["read"]);
    expect(pages()).toEqual(["1", "2"]);
    expect((await cloud.list("size=25")).total).toBe(100);
    await cloud.restart({ pageSize: 25, world: cloud.emulators.world });
    expect((await cloud.list("size=25")).coverage).toMatchObject({ complete: true, held: 100, claimed: 100 });
  });

  it("33: pages past the end are empty, and sizes and numbers that no page has are refused without a call", async () => {
    await cloud.read();
    const page = (query: string) =>
      cloud.ask<{ rows: unknown[]; nextPageToken: string | null; error: { field: string } }>(
        `GET /accounts/${cloud.account.id}/regions/cn-hangzhou/keys?${query}`,
      );
    const first = await page("pageSize=100");
    expect([first.status, first.body.rows.length]).toEqual([200, 10]);
    cloud.calls.clear();
    for (const size of ["0", "101", "-1", "1.5", "ten", ""]) expect([size, (await page(`pageSize=${size}`)).body.error?.field]).toEqual([size, "pageSize"]);
    for (const token of ["0", "-1", "x", "1e9"]) expect([token, (await page(`pageToken=${token}`)).body.error?.field]).toEqual([token, "pageToken"]);
    expect(cloud.calls.all()).toEqual([]);
    const token = first.body.nextPageToken ?? "";
    for (const key of cloud.keys().slice(1)) removeKey(cloud.world, key);
    expect((await page(`pageToken=${encodeURIComponent(token)}`)).body).toMatchObject({ rows: [], nextPageToken: null });
  });

  it("35: no key at all is a complete list of none; one key is one", async () => {
    for (const key of cloud.keys()) removeKey(cloud.world, key);
    expect(await cloud.read()).toEqual(["read"]);
    expect(await cloud.source()).toMatchObject({ outcome: "read", held: 0, claimed: 0, problem: null });
    expect((await cloud.list()).coverage).toMatchObject({ complete: true, read: 1, held: 0, claimed: 0 });
    grow(1);
    await cloud.readAgain();
    expect(await cloud.ids("")).toEqual(ids());
  });

  it("35: more than a thousand keys are read to the last one", async () => {
    grow(1_234);
    await cloud.restart({ pageSize: 100, world: cloud.emulators.world });
    expect(await cloud.read()).toEqual(["read"]);
    const last = await cloud.list("size=200&page=7&sort=created");
    expect([last.total, last.rows.length, last.coverage]).toMatchObject([1_234, 34, { complete: true, held: 1_234, claimed: 1_234 }]);
    expect(pages()).toHaveLength(13);
  });
});
