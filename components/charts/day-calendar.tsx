"use client";
import { PageLink } from "#components/ui/page-link.tsx";
import { calendarCells } from "./calendar-cells.ts";

export interface CalendarDay {
  /** `2026-11-25`. */
  day: string;
  shown: string;
  href: string;
  /** The day, what is due and when, in words. */
  label: string;
  isNear: boolean;
}

interface DayCalendarProps {
  today: string;
  /** How many days from today on are drawn. */
  length: number;
  days: readonly CalendarDay[];
  /** Names of the seven weekdays, Monday first. */
  weekdays: readonly string[];
  /** A day as the first of its month is written, and within it. */
  nameOf: (day: string, isFull: boolean) => string;
}

/** In forced colours every edge is of one colour. */
const TODAY = "border-ink forced-colors:border-[3px]";

/** Weeks as lines, Monday first, today outlined; a day with a number is a link. */
export function DayCalendar({ today, length, days, weekdays, nameOf }: DayCalendarProps) {
  const held = new Map(days.map((day) => [day.day, day]));
  return (
    <div className="px-3.5 pt-2 pb-1">
      <div aria-hidden="true" className="grid grid-cols-7 gap-[3px] pb-1 text-center text-second text-ink-3">
        {weekdays.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <ol className="grid grid-cols-7 gap-[3px] [print-color-adjust:exact]">
        {calendarCells(today, length).map(({ day, isInside, isFull }) => {
          const due = held.get(day);
          const edge = day === today ? TODAY : "border-transparent";
          if (due) return <Due key={day} due={due} name={nameOf(day, isFull)} isToday={day === today} />;
          return (
            <li
              key={day}
              aria-hidden="true"
              className={`h-[29px] overflow-hidden rounded-token border px-1 text-[10.5px] leading-[13px] whitespace-nowrap touch:h-11 ${edge} ${isInside ? "bg-canvas text-ink-3" : "text-ink-3"}`}
            >
              {(isInside || day < today) && nameOf(day, isFull)}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Due({ due, name, isToday }: { due: CalendarDay; name: string; isToday: boolean }) {
  const tone = due.isNear ? "bg-danger-soft text-danger" : "bg-warn-soft text-warn";
  const edge = isToday ? TODAY : due.isNear ? "border-danger/45" : "border-warn/45";
  return (
    <li>
      <PageLink
        href={due.href}
        title={due.label}
        className={`flex h-[29px] flex-col overflow-hidden rounded-token border px-1 touch:h-11 hover:border-current ${edge} ${tone}`}
      >
        <span className="sr-only">{due.label}</span>
        <span aria-hidden="true" className="text-[10.5px] leading-[13px] whitespace-nowrap">
          {name}
        </span>
        <span aria-hidden="true" className="text-right leading-[13px] font-strong">
          {due.shown}
        </span>
      </PageLink>
    </li>
  );
}
