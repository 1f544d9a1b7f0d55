import { expect, test } from "vitest";
import { foreignWords } from "./foreign-words.ts";

test("only words of a cloud's own, and families without a name, are foreign", () => {
  const facets = {
    state: [
      { value: "enabled", count: 9 },
      { value: "frozen-by-risk", count: 2 },
      { value: "denied", count: 1 },
      { value: "6", count: 0 },
    ],
    family: [
      { value: "rsa", count: 3 },
      { value: "other", count: 1 },
    ],
    usage: [{ value: "none", count: 4 }],
  };
  expect(foreignWords(facets)).toEqual([
    { field: "state", value: "frozen-by-risk", count: 2 },
    { field: "family", value: "other", count: 1 },
  ]);
});
