import { expect, test } from "vitest";
import { withinBounds, withWidth } from "./with-width.ts";

test("a width is changed and forgotten; none at all is null", () => {
  expect(withWidth(null, "state", 200)).toEqual({ state: 200 });
  expect(withWidth({ state: 200 }, "key", 320)).toEqual({ state: 200, key: 320 });
  expect(withWidth({ state: 200, key: 320 }, "state", null)).toEqual({ key: 320 });
  expect(withWidth({ key: 320 }, "key", null)).toBeNull();
});

test("whatever is typed or drawn becomes a width that is kept", () => {
  expect([-5, 0, 63.4, 200.6, 5000].map(withinBounds)).toEqual([64, 64, 64, 201, 960]);
});
