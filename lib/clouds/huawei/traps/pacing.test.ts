import { describe, expect, it } from "vitest";
import { useHuawei } from "./testing/use-huawei.ts";

describe("pacing", () => {
  const cloud = useHuawei("EU platform/eu-west-101");

  it("32: regions that are read at once share the user's twenty calls a second, and none is throttled", async () => {
    await cloud.serve({ quotas: true });
    const { regions } = cloud.world;
    await cloud.connect({ regions, projects: {} });
    cloud.calls.clear();
    const ends = await cloud.readers({});
    expect(ends).toEqual(["read", "read", "read", "read", "read"]);
    const calls = cloud.calls.all().filter(({ project }) => project !== null);
    expect(calls.length).toBeGreaterThan(35);
    expect(calls.filter(({ status }) => status === 429)).toEqual([]);
    const at = calls.map((call) => Date.parse(call.at));
    const busiest = Math.max(...at.map((start) => at.filter((each) => each >= start && each < start + 1000).length));
    expect(busiest).toBeLessThanOrEqual(20);
  });
});
