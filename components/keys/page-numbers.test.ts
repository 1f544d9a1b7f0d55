import { expect, test } from "vitest";
import { pageNumbers } from "./page-numbers.ts";

test.each([
  [1, 1, [1]],
  [2, 7, [1, 2, 3, 4, 5, 6, 7]],
  [1, 42, [1, 2, 3, null, 42]],
  [20, 42, [1, null, 19, 20, 21, null, 42]],
  [42, 42, [1, null, 40, 41, 42]],
  [99, 42, [1, null, 40, 41, 42]],
])("page %i of %i offers %j", (current, last, offered) => expect(pageNumbers(current, last)).toEqual(offered));
