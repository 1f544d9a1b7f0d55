const DAY_MS = 86_400_000;

export interface CalendarCell {
  day: string;
  /** Among the days that are drawn; the others fill the first and the last week. */
  isInside: boolean;
  /** It is written with its month: the first cell, and the first of a month. */
  isFull: boolean;
}

/** Whole weeks from the Monday before or at `today` to the Sunday after the last of `length` days. Days are in UTC, `2026-11-22`. */
export function calendarCells(today: string, length: number): CalendarCell[] {
  const start = Date.parse(today);
  const toMonday = (new Date(start).getUTCDay() + 6) % 7;
  const weeks = Math.ceil((toMonday + length) / 7);
  return Array.from({ length: weeks * 7 }, (_, i) => {
    const day = new Date(start + (i - toMonday) * DAY_MS).toISOString().slice(0, 10);
    const isInside = i >= toMonday && i < toMonday + length;
    return { day, isInside, isFull: i === 0 || (isInside && day.endsWith("-01")) };
  });
}
