import { expect, test } from "vitest";
import { createQuotaGate } from "./quota-gate.ts";

test("a quota lets its number of calls through in any second", () => {
  let now = 0;
  const gate = createQuotaGate(() => now);
  const call = () => gate.isOver([{ name: "a", perSecond: 2 }]);
  expect([call(), call(), call()]).toEqual([false, false, true]);
  expect(gate.isOver([{ name: "b", perSecond: 2 }])).toBe(false);
  expect(gate.isOver([])).toBe(false);
  now = 1001;
  expect([call(), call(), call()]).toEqual([false, false, true]);
});

test("a call that one of its quotas refuses takes nothing from the others", () => {
  const gate = createQuotaGate(() => 0);
  const call = (...names: string[]) => gate.isOver(names.map((name) => ({ name, perSecond: name === "all" ? 3 : 2 })));
  expect([call("a", "all"), call("a", "all"), call("a", "all"), call("b", "all"), call("b", "all")]).toEqual([false, false, true, false, true]);
});
