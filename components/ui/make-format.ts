import type { Language } from "#lib/words/languages.ts";
import type { Translate } from "#lib/words/translate.ts";
import { dueWords, relativeWords } from "./time-words.ts";

/** Numbers and times as a language writes them. Times are in UTC wherever the reader sits. */
export interface Format {
  /** "1,042", or "1,042+" while something is missing: the plus is part of the number. */
  count: (count: number, incomplete?: boolean) => string;
  /** "25 Nov 2026". */
  day: (at: string) => string;
  /** "25 Nov". */
  shortDay: (at: string) => string;
  /** "Wed 25 Nov 2026, 08:14 UTC". */
  moment: (at: string) => string;
  /** "4 min ago", "in 5 h", and the day for what is older than 60 days. */
  relative: (at: string, now: number) => string;
  /** "in 3 days", "overdue". */
  due: (at: string, now: number) => string;
}

/** Months and weekdays in English are the British ones: the day comes first. */
const LOCALES = { en: "en-GB", zh: "zh-Hans-CN", pseudo: "en-GB" } as const satisfies Record<Language, string>;

export function makeFormat(language: Language, t: Translate): Format {
  const locale = LOCALES[language];
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
    return (at: string) => format.format(new Date(at));
  };
  const numbers = new Intl.NumberFormat(locale);
  const day = dates({ day: "numeric", month: "short", year: "numeric" });
  const weekday = dates({ weekday: "short" });
  return {
    count: (count, incomplete = false) => `${numbers.format(count)}${incomplete ? "+" : ""}`,
    day,
    shortDay: dates({ day: "numeric", month: "short" }),
    moment: (at) => t("time.moment", { weekday: weekday(at), day: day(at), clock: new Date(at).toISOString().slice(11, 16) }),
    relative: (at, now) => relativeWords(at, now, t) ?? day(at),
    due: (at, now) => dueWords(at, now, t),
  };
}
