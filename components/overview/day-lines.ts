import type { ChartLook } from "#components/charts/chart-look.ts";
import { inSentence } from "#components/keys/words.ts";
import type { Format } from "#components/ui/make-format.ts";
import type { Overview } from "#lib/model/overview.ts";
import type { Translate } from "#lib/words/translate.ts";
import { keysHref, type PlaceView } from "./place-view.ts";
import { valueLook } from "./value-look.ts";

const DAY_MS = 86_400_000;
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
  const { past, later, absent } = overview.otherDays[field];
  const dayFrom = (days: number) => new Date(Date.parse(overview.asOf) + days * DAY_MS).toISOString().slice(0, 10);
  const line = (key: string, label: string, count: number, asked: string, look: ChartLook | null = null): DayLine => ({
    key,
    label,
    count,
    shown: format.count(count, isPartial),
    href: keysHref(view, `${field}=${asked}&sort=${field}`),
    look,
  });
  const lastDay = dayFrom(DAYS_AHEAD - 1);
  const others = [
    line("past", t(field === "deletes" ? "overview.day.past" : "overview.expires.past"), past, `..${dayFrom(-1)}`),
    line("later", t("overview.day.later", { day: format.day(lastDay) }), later, `${dayFrom(DAYS_AHEAD)}..`),
    ...absent
      .filter(({ value }) => ["denied", "failed", "pending"].includes(value))
      .map(({ value, count }) => {
        const key = `value.${value}`;
        const reason = inSentence(t.knows(key) ? t(key) : value);
        return line(value, t(`overview.${field}.absent`, { reason }), count, value, valueLook(field, value, true));
      }),
  ].filter(({ count }) => count > 0);
  return { days: overview[field].map(({ day, count }) => line(day, day, count, day)), others };
}
