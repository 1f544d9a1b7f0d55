import { describe, expect, it } from "vitest";
import { useAlibaba } from "./testing/use-alibaba.ts";

describe("throttles and failing servers", () => {
  const cloud = useAlibaba();
  const ids = () =>
    cloud
      .keys()
      .map(({ keyId }) => keyId)
      .sort();
  const statuses = (operation: string, page?: string) =>
    cloud.calls
      .of(operation)
      .filter((call) => page === undefined || call.page === page)
      .map(({ status }) => status);

  it.each([
    ["Rejected.Throttling", 429],
    ["Throttling.User", 400],
    ["Throttling.Api", 400],
    ["Throttling", 400],
  ])("18: %s on page 3 and in the middle of the descriptions is waited out, and the list is whole", async (form, status) => {
    cloud.strike("ListKeys", { kind: "throttle", form }, { page: "3", times: 2 });
    cloud.strike("DescribeKey", { kind: "throttle", form }, { nth: 20, times: 3 });
    expect(await cloud.read()).toEqual(["read"]);
    expect(statuses("ListKeys", "3")).toEqual([status, status, 200]);
    expect(statuses("DescribeKey").filter((each) => each === status)).toHaveLength(3);
    expect(await cloud.ids("")).toEqual(ids());
    expect((await cloud.list()).coverage).toMatchObject({ complete: true, held: ids().length });
    expect((await cloud.list()).rows.filter(({ absent }) => absent.state === "failed")).toEqual([]);
    expect((await cloud.source()).cost).toMatchObject({
      throttled: 5,
      calls: cloud.calls.all().filter(({ operation, region }) => region !== null && operation !== "DescribeRegions").length,
    });
  });

  it("18: a throttle that stays on page 3 is told with its code, and the pages before it are no list", async () => {
    await cloud.read();
    cloud.calls.clear();
    cloud.strike("ListKeys", { kind: "throttle" }, { page: "3" });
    expect(await cloud.readAgain()).toEqual(["failed"]);
    expect(statuses("ListKeys", "3").length).toBeLessThanOrEqual(4);
    expect(await cloud.source()).toMatchObject({
      held: ids().length,
      problem: { code: "Rejected.Throttling", operation: "ListKeys", requestId: expect.any(String) },
    });
    expect(await cloud.ids("presence=present")).toEqual(ids());
    expect((await cloud.list()).coverage).toMatchObject({ complete: false, stale: 1 });
  });

  it("18: a quota that other tools use too costs tries, and no key", async () => {
    for (let nth = 0; nth < 20; nth += 2) cloud.strike("DescribeKey", { kind: "throttle" }, { keyId: cloud.plain(nth).keyId, times: 1 });
    expect(await cloud.read()).toEqual(["read"]);
    const { rows } = await cloud.list();
    expect(rows.map(({ keyId }) => keyId).sort()).toEqual(ids());
    expect(rows.filter(({ absent }) => absent.state === "failed")).toEqual([]);
  });

  it.each([
    ["503 ServiceUnavailableTemporary", { kind: "unavailable", form: "ServiceUnavailableTemporary" }],
    ["503 and its misspelling", { kind: "unavailable", form: "SerivceUnavailableTemporary" }],
    ["500 InternalFailure", { kind: "unavailable", form: "InternalFailure" }],
    ["502 with a page of HTML", { kind: "html", status: 502 }],
    ["504 with nothing", { kind: "empty", status: 504 }],
  ] as const)("19: %s passes when it passes, and fails in words when it stays", async (_, fault) => {
    cloud.strike("ListKeys", fault, { page: "2", times: 2 });
    cloud.strike("DescribeKey", fault, { nth: 9, times: 2 });
    expect(await cloud.read()).toEqual(["read"]);
    expect(statuses("ListKeys", "2")).toHaveLength(3);
    expect(await cloud.ids("")).toEqual(ids());
    expect((await cloud.list()).rows.filter(({ absent }) => absent.state === "failed")).toEqual([]);
    cloud.strike("ListKeys", fault);
    expect(await cloud.readAgain()).toEqual(["failed"]);
    const { problem, held } = await cloud.source();
    expect(problem).toMatchObject({ operation: "ListKeys", message: expect.stringContaining("could not answer") });
    expect(problem?.code).toBe("form" in fault ? fault.form : `HTTP ${fault.status}`);
    expect(held).toBe(ids().length);
  });

  it("19: one failing in the middle of the descriptions, for good, leaves the facts of before", async () => {
    await cloud.read();
    const before = (await cloud.list()).rows.map(({ keyId, state, spec }) => [keyId, state, spec]);
    cloud.strike("DescribeKey", { kind: "unavailable" }, { nth: 6 });
    expect(await cloud.readAgain()).toEqual(["failed"]);
    expect((await cloud.list()).rows.map(({ keyId, state, spec }) => [keyId, state, spec])).toEqual(before);
  });

  it("41: a connection that the cloud closed while it idled is opened again, unseen", async () => {
    cloud.strike("ListKeys", { kind: "reset" }, { page: "2", times: 1 });
    cloud.strike("DescribeKey", { kind: "reset" }, { nth: 7, times: 1 });
    cloud.strike("ListAliases", { kind: "reset" }, { times: 1 });
    expect(await cloud.read()).toEqual(["read"]);
    expect(statuses("ListKeys", "2")).toEqual([null, 200]);
    const { coverage, rows } = await cloud.list();
    expect(rows.filter(({ absent }) => absent.state === "failed" || absent.alias)).toEqual([]);
    expect([coverage.complete, coverage.problems.filter(({ code }) => code !== "Forbidden.NoPermission")]).toEqual([true, []]);
  });

  it("41: a region that takes longer than three seconds is slow, and not dead", async () => {
    cloud.strike("ListKeys", { kind: "delay", ms: 3_300 }, { page: "first", times: 1 });
    expect(await cloud.read()).toEqual(["read"]);
    expect(statuses("ListKeys", "1")).toEqual([200]);
  });
});
