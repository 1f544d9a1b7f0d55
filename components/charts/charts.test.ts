import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarCells } from "./calendar-cells.ts";
import { stackParts } from "./stack-parts.ts";

test("a stacked bar is filled, in order, and hides nothing that exists", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 12 }), (counts) => {
      const parts = stackParts(counts);
      const total = counts.reduce((sum, count) => sum + count, 0);
      expect(parts.reduce((sum, { size }) => sum + size, 0)).toBeCloseTo(total === 0 ? 0 : 100, 6);
      for (const [i, { at, size }] of parts.entries()) {
        expect(size > 0).toBe((counts[i] ?? 0) > 0);
        if (size > 0) expect(size).toBeGreaterThan(1);
        const next = parts[i + 1];
        if (next) expect(next.at).toBeCloseTo(at + size, 6);
      }
    }),
    { seed: 4 },
  );
});

test("a larger part is never drawn smaller", () => {
  const [small, large] = stackParts([1, 2, 9997]);
  expect(large?.size).toBeGreaterThanOrEqual(small?.size ?? 0);
});

test("a calendar begins on a Monday, ends on a Sunday and holds each of its days once", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 120 }), (day, length) => {
      const today = new Date(day * 86_400_000).toISOString().slice(0, 10);
      const cells = calendarCells(today, length);
      expect(cells.length % 7).toBe(0);
      expect(new Date(cells[0]?.day ?? "").getUTCDay()).toBe(1);
      expect(new Set(cells.map((cell) => cell.day)).size).toBe(cells.length);
      const inside = cells.filter(({ isInside }) => isInside);
      expect(inside).toHaveLength(length);
      expect(inside[0]?.day).toBe(today);
      expect(cells.findIndex(({ isInside }) => isInside)).toBeLessThan(7);
      expect(cells.length - length).toBeLessThan(14);
    }),
    { seed: 4 },
  );
});

test("months are named where they begin", () => {
  const named = calendarCells("2026-11-22", 90).filter(({ isFull }) => isFull);
  expect(named.map(({ day }) => day)).toEqual(["2026-11-16", "2026-12-01", "2027-01-01", "2027-02-01"]);
});
