import { expect, test } from "vitest";
import { moveMember, moveOf } from "./move-member.ts";

test("an entry moves by one and to the ends, and stays where it is at an end", () => {
  const list = ["a", "b", "c", "d"];
  expect(moveMember(list, "c", "up")).toEqual(["a", "c", "b", "d"]);
  expect(moveMember(list, "b", "down")).toEqual(["a", "c", "b", "d"]);
  expect(moveMember(list, "c", "first")).toEqual(["c", "a", "b", "d"]);
  expect(moveMember(list, "a", "last")).toEqual(["b", "c", "d", "a"]);
  for (const [entry, move] of [
    ["a", "up"],
    ["a", "first"],
    ["d", "down"],
    ["d", "last"],
    ["x", "last"],
  ] as const)
    expect(moveMember(list, entry, move)).toBe(list);
});

test("keys move only with Alt, and leave the browser's own alone", () => {
  const press = (key: string, more = {}) => moveOf({ key, altKey: true, ctrlKey: false, metaKey: false, ...more });
  expect([press("ArrowUp"), press("ArrowDown"), press("Home"), press("End"), press("a")]).toEqual(["up", "down", "first", "last", undefined]);
  expect([press("ArrowUp", { altKey: false }), press("ArrowUp", { ctrlKey: true })]).toEqual([undefined, undefined]);
});
