import type { QueryField } from "#lib/query/fields.ts";
import type { Bound, FilterValue } from "#lib/query/query.ts";
import { liesAhead } from "../lies-ahead.ts";
import { type Operator, operatorsOf, type SpanOperator } from "./operators.ts";

export type Range = Extract<FilterValue, { kind: "range" }>;
export type DayOperator = Extract<Operator, "before" | "until" | "from" | "after" | "between">;

const SPANS: readonly Operator[] = ["next", "within", "beyond", "last", "older"] satisfies SpanOperator[];
const DAYS: readonly Operator[] = ["before", "until", "from", "after", "between"] satisfies DayOperator[];
export const isSpan = (operator: Operator): operator is SpanOperator => SPANS.includes(operator);
export const isTimeOperator = (operator: Operator): operator is SpanOperator | DayOperator => isSpan(operator) || DAYS.includes(operator);

/** The operator that says a range of this field, or null for one that only the link can say, such as an open start an hour ahead. */
export function timeOf(field: QueryField, range: Range): SpanOperator | DayOperator | null {
  const operator = spanOperatorOf(field, range) ?? dayOperatorOf(range);
  return operator && operatorsOf(field).includes(operator) ? operator : null;
}

function spanOperatorOf(field: QueryField, { from, to }: Range): SpanOperator | null {
  if (!from && to?.kind === "relative") return to.amount > 0 ? "within" : to.amount < 0 ? "older" : null;
  if (from?.kind !== "relative") return null;
  if (!to) return from.amount > 0 ? "beyond" : from.amount < 0 && !liesAhead(field) ? "last" : null;
  if (to.kind !== "relative") return null;
  if (isNow(from) && to.amount > 0) return "next";
  return isNow(to) && from.amount < 0 && liesAhead(field) ? "last" : null;
}

function dayOperatorOf({ from, to }: Range): DayOperator | null {
  if (from?.kind === "day" && to?.kind === "day") return "between";
  if (!from && to?.kind === "day") return "until";
  return !to && from?.kind === "day" ? "from" : null;
}

const NOW: Bound = { kind: "relative", amount: 0, unit: "d" };
const isNow = (bound: Bound) => bound.kind === "relative" && bound.amount === 0 && bound.unit === "d";

/** A range that fits the operator, or null while it is not whole. `before` and `after` leave out their own day, as ranges hold both their ends. */
export function rangeOf(field: QueryField, operator: SpanOperator | DayOperator, given: Range): Range | null {
  const range = (first: Bound | null, last: Bound | null): Range => ({ kind: "range", from: first, to: last });
  if (isSpan(operator)) return timeOf(field, given) === operator ? given : null;
  const [from, to] = [given.from?.kind === "day" ? given.from : null, given.to?.kind === "day" ? given.to : null];
  switch (operator) {
    case "between":
      return from && to && (from.day <= to.day ? range(from, to) : range(to, from));
    case "until":
      return to && range(null, to);
    case "from":
      return from && range(from, null);
    case "before":
      return to && range(null, nextDay(to.day, -1));
    case "after":
      return from && range(nextDay(from.day, 1), null);
  }
}

const DAY_MS = 86_400_000;

function nextDay(day: string, step: 1 | -1): Bound {
  return { kind: "day", day: new Date(Date.parse(`${day}T00:00:00Z`) + step * DAY_MS).toISOString().slice(0, 10) };
}

export interface Span {
  amount: number;
  unit: "h" | "d" | "w";
}

/** What an editor begins with. */
export const FIRST_SPAN: Span = { amount: 30, unit: "d" };

/** A span of time from now on, or until now. What is past has no later than now, so that its link stays short. */
export function spanRange(field: QueryField, operator: SpanOperator, { amount, unit }: Span): Range {
  const [ahead, ago]: Bound[] = [
    { kind: "relative", amount, unit },
    { kind: "relative", amount: -amount, unit },
  ] as const;
  const ends: Record<SpanOperator, [Bound | null, Bound | null]> = {
    next: [NOW, ahead],
    within: [null, ahead],
    beyond: [ahead, null],
    last: [ago, liesAhead(field) ? NOW : null],
    older: [null, ago],
  };
  const [from, to] = ends[operator];
  return { kind: "range", from, to };
}

/** How long the span of such a range is. */
export function spanOf({ from, to }: Range): Span | null {
  const bound = [from, to].find((end) => end?.kind === "relative" && end.amount !== 0);
  return bound?.kind === "relative" ? { amount: Math.abs(bound.amount), unit: bound.unit } : null;
}
