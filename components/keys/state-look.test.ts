import { expect, test } from "vitest";
import { speechOf } from "../ui/speech.test-data.ts";
import { stateLook } from "./state-look.ts";

const NOW = Date.parse("2026-11-22T14:28:00Z");
const { t, format } = speechOf("en");
const chinese = speechOf("zh");
const key = { state: "enabled", presence: "present", deletesAt: null, lastSeenAt: "2026-11-22T14:24:00Z", absent: {} } as const;

test("what the cloud did not tell is Unknown, with the reason, never Disabled", () => {
  expect(stateLook({ ...key, state: null, absent: { state: "denied" } }, NOW, t, format)).toMatchObject({
    glyph: "unknown",
    word: "Unknown",
    note: "describe denied",
  });
});

test("a deletion within a week is loud, a later one is not", () => {
  expect(stateLook({ ...key, state: "pending-deletion", deletesAt: "2026-11-25T08:14:00Z" }, NOW, t, format)).toMatchObject({
    wordTone: "danger",
    note: "in 3 days",
  });
  expect(stateLook({ ...key, state: "pending-deletion", deletesAt: "2026-12-18T08:14:00Z" }, NOW, t, format)).toMatchObject({
    wordTone: "plain",
    note: "in 26 days",
  });
});

test("a deletion that has passed while the key is still listed is overdue", () => {
  expect(stateLook({ ...key, state: "pending-deletion", deletesAt: "2026-11-21T08:14:00Z" }, NOW, t, format).note).toBe("overdue");
});

test("an old row says how old it is", () => {
  expect(stateLook({ ...key, lastSeenAt: "2026-11-21T12:00:00Z" }, NOW, t, format)).toMatchObject({ word: "Enabled", note: "read 26 h ago" });
  const old = { ...key, lastSeenAt: "2026-11-21T12:00:00Z", state: "pending-deletion", deletesAt: "2026-11-25T08:14:00Z" };
  expect(stateLook(old, NOW, t, format).note).toBe("in 3 days, read 26 h ago");
});

test("a word that a cloud made up is shown, not hidden", () => {
  expect(stateLook({ ...key, state: "half-awake" }, NOW, t, format).word).toBe("Half awake");
});

test("a key that is gone says so, whatever its last state", () => {
  expect(stateLook({ ...key, presence: "gone" }, NOW, t, format)).toMatchObject({ word: "Gone", note: "last seen 22 Nov 2026" });
});

test("in Chinese the states are the vendors' own words", () => {
  const look = (part: object) => stateLook({ ...key, ...part }, NOW, chinese.t, chinese.format);
  expect(look({ state: "pending-deletion", deletesAt: "2026-11-25T08:14:00Z" })).toMatchObject({ word: "待删除", note: "3 天后" });
  expect(look({ state: "pending-import" })).toMatchObject({ word: "待导入", note: "尚无密钥材料" });
  expect(look({ lastSeenAt: "2026-11-21T12:00:00Z" })).toMatchObject({ word: "启用", note: "读取于 26 小时前" });
});
