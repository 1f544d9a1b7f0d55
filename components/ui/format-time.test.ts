import { expect, test } from "vitest";
import { daysUntil, formatDue, formatIsoDay, formatMoment, formatRelative } from "./format-time.ts";

const NOW = Date.parse("2026-11-22T14:28:00Z");

test.each([
  ["2026-11-22T14:27:40Z", "just now"],
  ["2026-11-22T14:28:30Z", "just now"],
  ["2026-11-22T14:24:00Z", "4 min ago"],
  ["2026-11-21T12:00:00Z", "26 h ago"],
  ["2026-11-19T14:00:00Z", "3 days ago"],
  ["2021-03-14T07:54:00Z", "14 Mar 2021"],
  ["2026-11-25T08:14:00Z", "in 3 days"],
  ["2026-11-22T19:30:00Z", "in 5 h"],
])("%s is said as %s", (at, words) => expect(formatRelative(at, NOW)).toBe(words));

test("a deletion that lies behind us is overdue, not minus some days", () => {
  expect(formatDue("2026-11-22T14:27:59Z", NOW)).toBe("overdue");
  expect(daysUntil("2026-11-20T14:28:00Z", NOW)).toBeLessThanOrEqual(0);
});

test("days and moments are in UTC wherever the reader sits", () => {
  expect(formatIsoDay("2026-11-25T23:59:59Z")).toBe("2026-11-25");
  expect(formatMoment("2026-11-25T08:14:00Z")).toBe("Wed 25 Nov 2026, 08:14 UTC");
});
