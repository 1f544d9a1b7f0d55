import fc from "fast-check";
import { expect, test } from "vitest";
import { stripCells } from "./strip-cells.ts";

const count = fc.nat(500);
const counts = fc.record({ full: count, outline: count, hatch: count, thin: count });

test("up to 24 sources, one cell is one source", () => {
  expect(stripCells({ full: 8, outline: 1, hatch: 2, thin: 0 })).toEqual([...Array(8).fill("full"), "outline", "hatch", "hatch"]);
});

test("one unread source among a thousand still shows", () => {
  const cells = stripCells({ full: 999, outline: 0, hatch: 1, thin: 0 });
  expect(cells).toHaveLength(24);
  expect(cells.filter((mark) => mark === "hatch")).toHaveLength(1);
});

test("a long strip has 24 cells, and shows each kind that exists and none that does not", () => {
  fc.assert(
    fc.property(counts, (given) => {
      const total = given.full + given.outline + given.hatch + given.thin;
      const cells = stripCells(given);
      expect(cells).toHaveLength(Math.min(total, 24));
      for (const mark of ["full", "outline", "hatch", "thin"] as const) expect(cells.includes(mark)).toBe(given[mark] > 0);
    }),
    { seed: 7 },
  );
});
