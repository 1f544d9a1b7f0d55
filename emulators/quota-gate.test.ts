import { expect, test } from "vitest";
import { createQuotaGate } from "./quota-gate.ts";

test("a quota lets its number of calls through in any second", () => {
  let now = 0;
  const gate = createQuotaGate(() => now);
  const call = () => gate.isOver({ name: "a", perSecond: 2 });
  expect([call(), call(), call()]).toEqual([false, false, true]);
  expect(gate.isOver({ name: "b", perSecond: 2 })).toBe(false);
  expect(gate.isOver(null)).toBe(false);
  now = 1001;
  expect([call(), call(), call()]).toEqual([false, false, true]);
});
