import { formatDay } from "../ui/format-time.ts";
import type { Bound, Filter, FilterValue } from "#lib/query/query.ts";
import { fieldWords, valueWords } from "./words.ts";

/** A filter as a sentence: "Family is none of MAC", "Deletes within 7 days". */
export interface TokenWords {
  field: string;
  operator: string;
  values: string;
}

const UNITS = { h: "hour", d: "day", w: "week" };

/** `name` turns an account's id into its name. */
export function tokenWords(filter: Filter, name: (value: string) => string = (value) => value): TokenWords {
  const field = fieldWords(filter.field);
  const range = filter.values.length === 1 && filter.values[0]?.kind === "range" ? rangeWords(filter.values[0]) : null;
  if (range) return { field, operator: filter.negated ? `not ${range.operator}` : range.operator, values: range.values };
  const isTag = filter.field === "tag" && filter.match === "equals" && filter.values.every(({ kind }) => kind === "tag");
  const values = filter.values.map((value) => plainWords(filter, value, name)).join(", ");
  if (isTag) return { field: "Tags", operator: tagOperator(filter), values };
  return { field, operator: operatorWords(filter), values };
}

function tagOperator({ negated, values }: Filter): string {
  if (values.length === 1) return negated ? "lack" : "include";
  return negated ? "include none of" : "include any of";
}

function operatorWords({ match, negated, values, field }: Filter): string {
  if (match === "contains" || field === "q") return negated ? "does not contain" : "contains";
  if (match === "starts-with") return negated ? "does not start with" : "starts with";
  if (values.length === 1) return negated ? "is not" : "is";
  return negated ? "is none of" : "is any of";
}

function plainWords(filter: Filter, value: FilterValue, name: (value: string) => string): string {
  switch (value.kind) {
    case "text":
      return filter.field === "account" ? name(value.text) : valueWords(filter.field, value.text);
    case "absent":
      return valueWords(filter.field, value.reason);
    case "none":
      return "empty";
    case "any":
      return "any value";
    case "tag":
      return value.value === null ? value.key : `${value.key}:${value.value}`;
    case "range":
      return Object.values(rangeWords(value)).join(" ");
  }
}

function rangeWords({ from, to }: { from: Bound | null; to: Bound | null }): { operator: string; values: string } {
  if (!from && to?.kind === "relative" && to.amount > 0) return { operator: "within", values: spanWords(to) };
  if (!to && from?.kind === "relative" && from.amount < 0) return { operator: "in the last", values: spanWords(from) };
  if (from && to) return { operator: "between", values: `${boundWords(from)} and ${boundWords(to)}` };
  if (to) return { operator: "until", values: boundWords(to) };
  return { operator: "from", values: from ? boundWords(from) : "any time" };
}

function boundWords(bound: Bound): string {
  if (bound.kind === "day") return formatDay(`${bound.day}T00:00:00Z`);
  if (bound.kind === "instant") return `${bound.at.slice(0, 16).replace("T", " ")} UTC`;
  if (bound.amount === 0) return "now";
  return bound.amount < 0 ? `${spanWords(bound)} ago` : `${spanWords(bound)} ahead`;
}

function spanWords({ amount, unit }: { amount: number; unit: "h" | "d" | "w" }): string {
  const count = Math.abs(amount);
  return `${count} ${UNITS[unit]}${count === 1 ? "" : "s"}`;
}
