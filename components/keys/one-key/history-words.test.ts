import { expect, test } from "vitest";
import type { HistoryRow } from "#lib/model/history.ts";
import { speechOf } from "../../ui/speech.test-data.ts";
import { historyWords, isLostSight } from "./history-words.ts";

const { t, format } = speechOf("en");
const chinese = speechOf("zh");

test.each([
  ["state", "pending-deletion", "Pending deletion"],
  ["description", null, "-"],
  ["description", "enabled", "enabled"],
  ["aliases", ["a", "b"], "a, b"],
  ["aliases", [], "-"],
  ["tags", { owner: "payments", env: "" }, "env, owner:payments"],
  ["tags", {}, "-"],
  ["rotationIntervalDays", 365, "365 days"],
  ["deletesAt", "2026-11-25T08:14:00Z", "25 Nov 2026"],
  ["presence", "gone", "Gone"],
] as const)("%s %j is %s", (field, value, words) => expect(historyWords(field, value, t, format)).toBe(words));

test("values are said in the reader's language", () => {
  expect(historyWords("state", "pending-deletion", chinese.t, chinese.format)).toBe("待删除");
});

test.each([
  [null, "denied", true],
  ["not-applicable", "failed", true],
  ["denied", null, false],
  ["denied", "denied", false],
  [null, "not-applicable", false],
] as const)("from %s to %s: sight was lost is %s", (beforeAbsent, afterAbsent, lost) => {
  const row: HistoryRow = { field: "rotation", before: null, after: null, beforeAbsent, afterAbsent, at: "2026-11-11T14:02:00Z", operation: "o" };
  expect(isLostSight(row)).toBe(lost);
});
