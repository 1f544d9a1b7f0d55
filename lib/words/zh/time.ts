import type { TIME as EN } from "../en/time.ts";

export const TIME: Record<keyof typeof EN, string> = {
  "time.now": "刚刚",
  "time.ago.minutes": "{count, number} 分钟前",
  "time.ago.hours": "{count, number} 小时前",
  "time.ago.days": "{count, plural, other {# 天前}}",
  "time.in.minutes": "{count, number} 分钟后",
  "time.in.hours": "{count, number} 小时后",
  "time.in.days": "{count, plural, other {# 天后}}",
  "time.overdue": "已逾期",
  "time.moment": "{day} {weekday} {clock} {zone}",
};
