"use client";
import { useMemo } from "react";
import { ChartCard } from "#components/charts/chart-card.tsx";
import { DayCalendar } from "#components/charts/day-calendar.tsx";
import { Swatch } from "#components/charts/swatch.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { useFormat, useLanguage, useWords } from "#components/ui/words.tsx";
import type { Overview } from "#lib/model/overview.ts";
import { zoneDay } from "#lib/model/wall-clock.ts";
import { calendarWords } from "./calendar-words.ts";
import { chartWords } from "./chart-words.ts";
import { dayLines } from "./day-lines.ts";
import type { PlaceView } from "./place-view.ts";

/** How many days the server counts one by one. */
const DAYS_AHEAD = 90;
const DAY_MS = 86_400_000;
/** What is due within so many days is a matter of danger, as in the table. */
const NEAR_DAYS = 7;

interface CalendarCardProps {
  field: "deletes" | "expires";
  overview: Overview;
  view: PlaceView;
  isPartial: boolean;
}

/** The coming 90 days of deletions or expiries, and below them what lies before, behind and in the dark. */
export function CalendarCard({ field, overview, view, isPartial }: CalendarCardProps) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const { weekdays, nameOf } = useMemo(() => calendarWords(language), [language]);
  const today = zoneDay(overview.asOf, overview.zone);
  const { days, others } = dayLines(field, overview, view, { t, format, isPartial });
  const title = t(`overview.${field}`);
  const due = (day: string) => (day === today ? t("overview.day.today") : format.due(`${day}T00:00:00Z`, Date.parse(today)));
  const count = days.reduce((sum, line) => sum + line.count, 0);
  const sentence = days.length
    ? t("overview.day.summary", { count, days: days.length })
    : t(isPartial ? `overview.${field}.none-read` : `overview.${field}.none`);
  const summary = `${title}${t("list.stop")}${t("list.next", { sentence })}`;
  const lines = [...days.map((line) => ({ ...line, label: format.date(line.key) })), ...others];
  const table = {
    head: [t("overview.day"), t("place.keys")],
    rows: lines.map(({ key, label, href, shown }) => ({
      key,
      cells: [
        <PageLink key={key} href={href} className="text-accent hover:underline">
          {label}
        </PageLink>,
        shown,
      ],
    })),
  };
  return (
    <ChartCard title={title} aside={t("overview.days-ahead", { zone: overview.zone })} summary={summary} words={chartWords(title, t)} table={table}>
      <DayCalendar
        today={today}
        length={DAYS_AHEAD}
        weekdays={weekdays}
        nameOf={nameOf}
        days={days.map((line) => ({
          day: line.key,
          shown: line.shown,
          href: line.href,
          isNear: (Date.parse(line.key) - Date.parse(today)) / DAY_MS <= NEAR_DAYS,
          label: t("overview.day.link", { day: format.date(line.key), count: line.count, shown: line.shown, due: due(line.key) }),
        }))}
      />
      {days.length === 0 && <p className="px-3.5 pb-1 text-hint text-ink-3">{sentence}</p>}
      <ul className="px-3.5 pt-1 pb-2">
        {others.map(({ key, label, href, shown, look }) => (
          <li key={key} className="border-line not-first:border-t">
            <PageLink href={href} className="-mx-1.5 flex min-h-[28px] items-center gap-2 rounded-token px-1.5 py-1 hover:bg-hover touch:min-h-11">
              {look && <Swatch look={look} />}
              <span className={`min-w-0 flex-1 ${key === "past" ? "text-danger" : ""}`}>{label}</span>{" "}
              <span>
                {shown}
                <span className="sr-only"> {t("overview.keys")}</span>
              </span>
            </PageLink>
          </li>
        ))}
      </ul>
    </ChartCard>
  );
}
