import { describe, expect, test } from "vitest";
import { changeKey } from "#emulators/world/change-keys.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { useOneSource } from "./testing/one-source.ts";
import { storedRows } from "./testing/sync-world.ts";

describe("a large source that is asked for again", () => {
  useTestDatabase();
  const one = useOneSource();
  const describes = () => one.calls.all().filter(({ operation }) => operation === "DescribeKey").length;

  test("unchanged, it costs a part of what the first reading did, and no fact gets a newer time than its call", async () => {
    const first = describes();
    const before = await storedRows();
    expect(first).toBeGreaterThan(50);
    one.calls.clear();
    expect(await one.readAgain({ full: false })).toEqual(["read"]);
    expect(describes()).toBeLessThan(first / 4);
    expect((await one.source())?.cost).toMatchObject({ kind: "light", described: describes() });
    const newer = [...(await storedRows())].filter(([id, row]) => row.describedAt !== before.get(id)?.describedAt);
    expect(newer.length).toBeLessThanOrEqual(describes());
  });

  test("finds another state, and everything that a full one is asked to find", async () => {
    const [disabled, renamed] = one.keys().filter(({ facts, denied }) => facts.state === "enabled" && facts.manager === "customer" && denied.length === 0);
    if (!disabled || !renamed) throw new Error("The world has no two such keys.");
    changeKey(disabled, { state: "disabled" });
    changeKey(renamed, { description: "another purpose" });
    await one.readAgain({ full: false });
    expect((await storedRows()).get(disabled.keyId)?.state).toBe("disabled");
    one.calls.clear();
    await one.readAgain({ full: true });
    expect((await storedRows()).get(renamed.keyId)?.description).toBe("another purpose");
    expect(describes()).toBe(one.keys().length);
  });
});
