import { type Language, LANGUAGE_TAGS } from "#lib/words/languages.ts";

const DAY_MS = 86_400_000;
/** Any Monday. */
const MONDAY = Date.UTC(2024, 0, 1);

/** Weekdays, Monday first, and days as a calendar writes them: "25", and "1 Dec" where its month must be said. */
export function calendarWords(language: Language): { weekdays: string[]; nameOf: (day: string, isFull: boolean) => string } {
  const locale = language === "zh" ? LANGUAGE_TAGS.zh : "en-GB";
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  const full = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
  return {
    weekdays: Array.from({ length: 7 }, (_, i) => weekday.format(MONDAY + i * DAY_MS)),
    nameOf: (day, isFull) => (isFull ? full.format(Date.parse(day)) : String(Number(day.slice(8)))),
  };
}
