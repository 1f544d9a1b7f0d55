import type { Bound, FilterValue } from "#lib/query/query.ts";
import type { Operator } from "./operators.ts";

export type Range = Extract<FilterValue, { kind: "range" }>;
export type TimeOperator = Extract<Operator, "within" | "last" | "before" | "until" | "from" | "after" | "between">;

const TIMES: readonly Operator[] = ["within", "last", "before", "until", "from", "after", "between"] satisfies TimeOperator[];
export const isTimeOperator = (operator: Operator): operator is TimeOperator => TIMES.includes(operator);

/** The operator that says a range, or null for one that only the link can say, such as an open start an hour ahead. */
export function timeOf({ from, to }: Range): { operator: TimeOperator } | null {
  if (!from && to?.kind === "relative") return to.amount > 0 ? { operator: "within" } : null;
  if (!to && from?.kind === "relative") return from.amount < 0 ? { operator: "last" } : null;
  if (from?.kind === "day" && to?.kind === "day") return { operator: "between" };
  if (!from && to?.kind === "day") return { operator: "until" };
  if (!to && from?.kind === "day") return { operator: "from" };
  return null;
}

/** A range that fits the operator, or null while it is not whole. `before` and `after` leave out their own day, as ranges hold both their ends. */
export function rangeOf(operator: TimeOperator, { from, to }: Range): Range | null {
  const range = (first: Bound | null, last: Bound | null): Range => ({ kind: "range", from: first, to: last });
  switch (operator) {
    case "within":
      return to?.kind === "relative" && to.amount > 0 ? range(null, to) : null;
    case "last":
      return from?.kind === "relative" && from.amount < 0 ? range(from, null) : null;
    case "between":
      return from?.kind === "day" && to?.kind === "day" ? (from.day <= to.day ? range(from, to) : range(to, from)) : null;
    case "until":
      return to?.kind === "day" ? range(null, to) : null;
    case "from":
      return from?.kind === "day" ? range(from, null) : null;
    case "before":
      return to?.kind === "day" ? range(null, nextDay(to.day, -1)) : null;
    case "after":
      return from?.kind === "day" ? range(nextDay(from.day, 1), null) : null;
  }
}

const DAY_MS = 86_400_000;

function nextDay(day: string, step: 1 | -1): Bound {
  return { kind: "day", day: new Date(Date.parse(`${day}T00:00:00Z`) + step * DAY_MS).toISOString().slice(0, 10) };
}

interface Span {
  amount: number;
  unit: "h" | "d" | "w";
}

/** What an editor begins with. */
export const FIRST_SPAN: Span = { amount: 30, unit: "d" };

/** A span of time from now on, or until now. */
export function spanRange(operator: "within" | "last", { amount, unit }: Span): Range {
  const bound: Bound = { kind: "relative", amount: operator === "within" ? amount : -amount, unit };
  return operator === "within" ? { kind: "range", from: null, to: bound } : { kind: "range", from: bound, to: null };
}

/** How long the span of a `within` or `last` is. */
export function spanOf({ from, to }: Range): Span | null {
  const bound = to ?? from;
  return bound?.kind === "relative" ? { amount: Math.abs(bound.amount), unit: bound.unit } : null;
}
