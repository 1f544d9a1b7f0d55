import { describe, expect, it, test } from "vitest";
import { speechOf } from "./speech.test-data.ts";
import { daysUntil } from "./time-words.ts";

const NOW = Date.parse("2026-11-22T14:28:00Z");
const { format: en } = speechOf("en");
const { format: zh } = speechOf("zh");

test.each([
  ["2026-11-22T14:27:40Z", "just now", "刚刚"],
  ["2026-11-22T14:28:30Z", "just now", "刚刚"],
  ["2026-11-22T14:24:00Z", "4 min ago", "4 分钟前"],
  ["2026-11-21T12:00:00Z", "26 h ago", "26 小时前"],
  ["2026-11-19T14:00:00Z", "3 days ago", "3 天前"],
  ["2021-03-14T07:54:00Z", "14 Mar 2021", "2021年3月14日"],
  ["2026-11-25T08:14:00Z", "in 3 days", "3 天后"],
  ["2026-11-22T19:30:00Z", "in 5 h", "5 小时后"],
  ["2026-11-22T14:35:00Z", "in 7 min", "7 分钟后"],
])("%s is said as %s, in Chinese as %s", (at, words, chinese) => {
  expect(en.relative(at, NOW)).toBe(words);
  expect(zh.relative(at, NOW)).toBe(chinese);
});

test("a deletion that lies behind us is overdue, not minus some days", () => {
  expect(en.due("2026-11-22T14:27:59Z", NOW)).toBe("overdue");
  expect(zh.due("2026-11-22T14:27:59Z", NOW)).toBe("已逾期");
  expect(en.due("2026-11-23T14:28:00Z", NOW)).toBe("in 1 day");
  expect(daysUntil("2026-11-20T14:28:00Z", NOW)).toBeLessThanOrEqual(0);
});

describe("days and moments", () => {
  it("are in UTC wherever the reader sits, until they choose", () => {
    expect(en.isoDay("2026-11-25T23:59:59Z")).toBe("2026-11-25");
    expect(en.clock("2026-11-25T23:59:59Z")).toBe("23:59:59");
    expect(en.moment("2026-11-25T08:14:00Z")).toBe("Wed 25 Nov 2026, 08:14 UTC");
    expect(zh.moment("2026-11-25T08:14:00Z")).toBe("2026年11月25日 周三 08:14 UTC");
  });

  it("are in the chosen zone, which they name as it was at that moment", () => {
    const { format } = speechOf("en", { zone: "Europe/Berlin", isLocal: false, style: "relative" });
    expect(format.moment("2026-11-25T23:14:00Z")).toBe("Thu 26 Nov 2026, 00:14 UTC+1");
    expect(format.moment("2026-07-25T23:14:00Z")).toBe("Sun 26 Jul 2026, 01:14 UTC+2");
    expect([format.isoDay("2026-11-25T23:14:00Z"), format.day("2026-11-25T23:14:00Z")]).toEqual(["2026-11-26", "26 Nov 2026"]);
    expect(format.date("2026-11-25")).toBe("25 Nov 2026");
    const far = speechOf("zh", { zone: "Pacific/Midway", isLocal: false, style: "relative" }).format;
    expect(far.moment("2026-11-25T08:14:00Z")).toBe("2026年11月24日 周二 21:14 UTC-11");
  });

  it("are times on the clock for who wants no relative ones, but a deadline still says how near it is", () => {
    const { format } = speechOf("en", { zone: "Asia/Kathmandu", isLocal: false, style: "absolute" });
    expect(format.relative("2026-11-22T14:24:00Z", NOW)).toBe("2026-11-22 20:09 UTC+5:45");
    expect(format.due("2026-11-25T08:14:00Z", NOW)).toBe("in 3 days");
  });

  it("may leave out the year", () => {
    expect(en.shortDay("2026-11-25T08:14:00Z")).toBe("25 Nov");
    expect(zh.shortDay("2026-11-25T08:14:00Z")).toBe("11月25日");
  });
});

test("numbers are grouped, and carry the plus of what is missing", () => {
  expect(en.count(1042)).toBe("1,042");
  expect(zh.count(1_042_000, true)).toBe("1,042,000+");
});
