import { expect, test } from "vitest";
import { parseKeyQuery } from "#lib/query/parse-key-query.ts";
import { speechOf } from "../ui/speech.test-data.ts";
import { tokenWords } from "./token-words.ts";

function sentence(search: string, language: "en" | "zh" = "en"): string {
  const [filter] = parseKeyQuery(search, "strict").query.filters;
  if (!filter) throw new Error(`no filter in ${search}`);
  return Object.values(tokenWords(filter, { ...speechOf(language), name: (id) => id })).join(" ");
}

test.each([
  ["family=!mac", "Family is not MAC"],
  ["state=enabled,disabled", "State is any of Disabled, Enabled"],
  ["created=..2026-12-01", "Created until 1 Dec 2026"],
  ["created=2026-01-01..2026-02-01", "Created between 1 Jan 2026 and 1 Feb 2026"],
  ["deletes=..7d", "Deletes within 7 days or overdue"],
  ["expires=..90d", "Expires within 90 days or expired"],
  ["deletes=0d..7d", "Deletes in the next 7 days"],
  ["deletes=30d..", "Deletes in more than 30 days"],
  ["deletes=-7d..0d", "Deletes in the last 7 days"],
  ["deletes=-7d..", "Deletes from 7 days ago"],
  ["rotated=..-365d", "Rotated more than 365 days ago"],
  ["created=!..2026-12-01", "Created after 1 Dec 2026"],
  ["created=2026-12-01", "Created on 1 Dec 2026"],
  ["created=..7d", "Created until 7 days ahead"],
  ["q=pay", "Text contains “pay”"],
  ["created=-30d..", "Created in the last 30 days"],
  ["alias=~prod", "Alias contains prod"],
  ["rotation=denied", "Rotation is Denied"],
  ["tag=env:prod", "Tags include env:prod"],
  ["tag=!owner", "Tags lack owner"],
  ["tag=!env:prod,owner", "Tags include none of env:prod, owner"],
  ["deletes=any", "Deletes is not empty"],
])("%s reads as a sentence", (search, words) => expect(sentence(search)).toBe(words));

test.each([
  ["family=!mac", "算法类别 不为 MAC"],
  ["state=enabled,disabled", "状态 属于 禁用、启用"],
  ["created=..2026-12-01", "创建时间 不晚于 2026年12月1日"],
  ["created=!..2026-12-01", "创建时间 晚于 2026年12月1日"],
  ["created=2026-01-01..2026-02-01", "创建时间 介于 2026年1月1日 与 2026年2月1日 之间"],
  ["deletes=..7d", "删除时间 在未来 7 天内或已逾期"],
  ["rotated=..-365d", "轮转时间 早于 365 天前"],
  ["deletes=30d..", "删除时间 晚于 30 天后"],
  ["created=-30d..", "创建时间 在最近 30 天内"],
  ["alias=~prod", "别名 包含 prod"],
  ["rotation=denied", "自动轮转 为 被拒绝"],
  ["tag=!owner", "标签 缺少 owner"],
  ["alias=none", "别名 为 空"],
])("%s reads as a sentence in Chinese", (search, words) => expect(sentence(search, "zh")).toBe(words));
