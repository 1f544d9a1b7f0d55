import { USUAL_TIMES } from "#lib/model/times.ts";
import type { Times } from "#lib/model/times.ts";
import { wallClock } from "#lib/model/wall-clock.ts";
import type { Language } from "#lib/words/languages.ts";
import type { Translate } from "#lib/words/translate.ts";
import { dueWords, relativeWords } from "./time-words.ts";

/** Numbers and times as a language writes them; times in the reader's zone. */
export interface Format {
  /** "1,042", or "1,042+" while something is missing: the plus is part of the number. */
  count: (count: number, incomplete?: boolean) => string;
  /** "25 Nov 2026". */
  day: (at: string) => string;
  /** "25 Nov 2026" of a day that is meant as it stands, `2026-11-25`, whatever the zone. */
  date: (day: string) => string;
  /** "25 Nov". */
  shortDay: (at: string) => string;
  /** "Wed 25 Nov 2026, 08:14 UTC", "…, 16:14 UTC+8". */
  moment: (at: string) => string;
  /** "2026-11-25 16:14 UTC+8": the same in every language. */
  stamp: (at: string) => string;
  /** "2026-11-25", for columns: the same in every language. */
  isoDay: (at: string) => string;
  /** "14:28:07". */
  clock: (at: string) => string;
  /** "4 min ago", "in 5 h", and the day for what is older than 60 days; the stamp for who wants absolute times. */
  relative: (at: string, now: number) => string;
  /** "in 3 days", "overdue". */
  due: (at: string, now: number) => string;
  zone: string;
}

/** Months and weekdays in English are the British ones: the day comes first. */
const LOCALES = { en: "en-GB", zh: "zh-Hans-CN", pseudo: "en-GB" } as const satisfies Record<Language, string>;

export function makeFormat(language: Language, t: Translate, { zone, style }: Times = USUAL_TIMES): Format {
  const locale = LOCALES[language];
  const dates = (options: Intl.DateTimeFormatOptions, timeZone = zone) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (at: string) => format.format(new Date(at));
  };
  const numbers = new Intl.NumberFormat(locale);
  const full = { day: "numeric", month: "short", year: "numeric" } as const;
  const [day, weekday] = [dates(full), dates({ weekday: "short" })];
  const wall = (at: string) => wallClock(at, zone);
  const stamp = (at: string) => `${wall(at).slice(0, 16)} ${zoneWord(at, zone)}`;
  return {
    zone,
    count: (count, incomplete = false) => `${numbers.format(count)}${incomplete ? "+" : ""}`,
    day,
    date: dates(full, "UTC"),
    shortDay: dates({ day: "numeric", month: "short" }),
    moment: (at) => t("time.moment", { weekday: weekday(at), day: day(at), clock: wall(at).slice(11, 16), zone: zoneWord(at, zone) }),
    stamp,
    isoDay: (at) => wall(at).slice(0, 10),
    clock: (at) => wall(at).slice(11),
    relative: (at, now) => (style === "absolute" ? stamp(at) : (relativeWords(at, now, t) ?? day(at))),
    due: (at, now) => dueWords(at, now, t),
  };
}

/** "UTC", "UTC+8", "UTC-3:30": what the clocks of a zone are ahead at that moment. */
function zoneWord(at: string, timeZone: string): string {
  if (timeZone === "UTC") return timeZone;
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(new Date(at));
  return parts.find(({ type }) => type === "timeZoneName")?.value.replace("GMT", "UTC") ?? timeZone;
}
