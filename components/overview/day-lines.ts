import type { ChartLook } from "#components/charts/chart-look.ts";
import { inSentence } from "#components/keys/words.ts";
import type { Format } from "#components/ui/make-format.ts";
import type { Overview } from "#lib/model/overview.ts";
import { zoneDay } from "#lib/model/wall-clock.ts";
import { addToDay } from "#lib/model/zone-days.ts";
import type { Translate } from "#lib/words/translate.ts";
import { keysHref, type PlaceView } from "./place-view.ts";
import { valueLook } from "./value-look.ts";

/** As the server counts. */
const DAYS_AHEAD = 90;

export interface DayLine {
  key: string;
  label: string;
  count: number;
  shown: string;
  href: string;
  look: ChartLook | null;
}

interface Words {
  t: Translate;
  format: Format;
  isPartial: boolean;
}

/** Each coming day that has keys, and what is no coming day: overdue, later, unknown. That the cloud said "none" is no line: it is most keys. */
export function dayLines(field: "deletes" | "expires", overview: Overview, view: PlaceView, { t, format, isPartial }: Words) {
  const { past, pastQuery, later, laterQuery, absent } = overview.otherDays[field];
  const line = (key: string, label: string, count: number, query: string, look: ChartLook | null = null): DayLine => ({
    key,
    label,
    count,
    shown: format.count(count, isPartial),
    href: keysHref(view, `${query}&sort=${field}`),
    look,
  });
  const lastDay = addToDay(zoneDay(overview.asOf, overview.zone), DAYS_AHEAD - 1);
  const others = [
    line("past", t(field === "deletes" ? "overview.day.past" : "overview.expires.past"), past, pastQuery),
    line("later", t("overview.day.later", { day: format.date(lastDay) }), later, laterQuery),
    ...absent
      .filter(({ value }) => ["denied", "failed", "pending"].includes(value))
      .map(({ value, count }) => {
        const key = `value.${value}`;
        const reason = inSentence(t.knows(key) ? t(key) : value);
        return line(value, t(`overview.${field}.absent`, { reason }), count, `${field}=${value}`, valueLook(field, value, true));
      }),
  ].filter(({ count }) => count > 0);
  return { days: overview[field].map(({ day, count, query }) => line(day, day, count, query)), others };
}
