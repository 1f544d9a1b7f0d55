import { describe, expect, test } from "vitest";
import { useTestDatabase } from "../store/test-database.ts";
import { storedRows } from "./testing/sync-world.ts";
import { useOneSource } from "./testing/one-source.ts";

const SERVICE = "DescribeAccountKmsStatus";

describe("what a cloud says about its service", () => {
  useTestDatabase();
  const one = useOneSource();
  const cells = async () => [...(await storedRows()).values()].map(({ state, describedAt, aliases, absent }) => ({ state, describedAt, aliases, absent }));

  test("stands with the source, each part with its call, and a cost beside it", async () => {
    const source = await one.source();
    expect(source?.about.service).toMatchObject({ value: "enabled", fact: { operation: SERVICE, requestId: expect.any(String) } });
    expect(source?.about.quotas).toEqual({ absent: "unreported", note: null, fact: null });
    expect(source?.cost).toMatchObject({ kind: "full", throttled: 0, described: one.keys().length });
    expect(source?.cost?.calls).toBe(source?.calls);
    expect(source?.cost?.calls).toBeGreaterThan(one.keys().length);
  });

  test.each([
    ["an API that the site does not have is no problem", { kind: "refuse", code: "InvalidAction.NotFound", status: 404 }, "unreported", 0, 1],
    ["a page of HTML with 404 is none either", { kind: "html", status: 404 }, "unreported", 0, 1],
    ["a refusal darkens its own part", { kind: "deny" }, "denied", 1, 1],
    ["a refused credential too, where all other calls took it", { kind: "refuse", code: "InvalidAccessKeyId.NotFound", status: 404 }, "denied", 1, 1],
    ["a failure as well", { kind: "unavailable" }, "failed", 1, 4],
  ] as const)("%s", async (_, fault, reason, problems, most) => {
    const before = await cells();
    const cost = (await one.source())?.cost;
    one.calls.clear();
    one.faults.add({ operation: SERVICE, fault });
    expect(await one.readAgain()).toEqual(["read"]);
    const source = await one.source();
    expect(source).toMatchObject({ outcome: "read", problem: null, countMismatch: false });
    expect(source?.about.service).toMatchObject({ absent: reason, note: expect.any(String) });
    expect(source?.about.instances).toMatchObject({ value: expect.any(Array) });
    expect(source?.problems.filter(({ operation }) => operation === SERVICE)).toHaveLength(problems);
    expect(one.calls.all().filter(({ operation }) => operation === SERVICE).length).toBeLessThanOrEqual(most);
    expect((await cells()).map(({ describedAt: _at, ...rest }) => rest)).toEqual(before.map(({ describedAt: _at, ...rest }) => rest));
    expect(source?.cost?.described).toBe(cost?.described);
  });

  test("a reading that fails keeps what the last whole one cost, and counts its own calls", async () => {
    const cost = (await one.source())?.cost;
    one.faults.add({ operation: "ListKeys", fault: { kind: "deny" } });
    expect(await one.readAgain()).toEqual(["failed"]);
    expect(await one.source()).toMatchObject({ cost, calls: 1 });
  });
});
