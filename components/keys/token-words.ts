import type { Format } from "../ui/make-format.ts";
import type { QueryField } from "#lib/query/fields.ts";
import type { Bound, Filter, FilterValue } from "#lib/query/query.ts";
import { dayOfBound } from "#lib/query/day-of-bound.ts";
import type { Translate } from "#lib/words/translate.ts";
import { liesAhead } from "./lies-ahead.ts";
import { fieldWords, valueWords } from "./words.ts";

/** A filter as a sentence: "Family is none of MAC", "Deletes within 7 days". */
export interface TokenWords {
  field: string;
  operator: string;
  values: string;
}

type NamedField = "account" | "cloud";

/** How the page speaks; `name` turns the id of an account or a cloud into its name. */
export interface Speech {
  t: Translate;
  format: Format;
  name: (id: string, field: NamedField) => string;
}

type Operator = "is" | "any-of" | "contains" | "starts-with" | "include" | "include-any" | "between" | "on" | "until" | "from" | Span;
type Span = "within" | "next" | "beyond" | "last" | "older";

export function tokenWords(filter: Filter, speech: Speech): TokenWords {
  const { t } = speech;
  const field = fieldWords(filter.field, t);
  const said = (operator: Operator) => t(filter.negated ? `token.${operator}.not` : `token.${operator}`);
  const range = filter.values.length === 1 && filter.values[0]?.kind === "range" ? rangeWords(filter.field, filter.values[0], speech) : null;
  if (range) return { field, operator: said(range.operator), values: range.values };
  const isTag = filter.field === "tag" && filter.match === "equals" && filter.values.every(({ kind }) => kind === "tag");
  // A list that was pasted says how long it is.
  const isMany = filter.field === "ref" && filter.values.length > 1;
  const values = isMany
    ? t("token.keys", { count: filter.values.length })
    : filter.values.map((value) => plainWords(filter, value, speech)).join(t("list.and"));
  if (isTag) return { field: t("token.tags"), operator: said(filter.values.length === 1 ? "include" : "include-any"), values };
  return { field, operator: said(operatorOf(filter)), values };
}

function operatorOf({ match, values, field }: Filter): Operator {
  if (match === "contains" || field === "q") return "contains";
  if (match === "starts-with") return "starts-with";
  return values.length === 1 ? "is" : "any-of";
}

function plainWords(filter: Filter, value: FilterValue, speech: Speech): string {
  const { t, name } = speech;
  switch (value.kind) {
    case "text":
      if (filter.field === "q") return t("token.text", { text: value.text });
      return filter.field === "account" || filter.field === "cloud" ? name(value.text, filter.field) : valueWords(filter.field, value.text, t);
    case "absent":
      return t(`value.${value.reason}`);
    case "none":
      return t("token.empty");
    case "any":
      return t("token.any-value");
    case "tag":
      return value.value === null ? value.key : `${value.key}:${value.value}`;
    case "range": {
      const { operator, values } = rangeWords(filter.field, value, speech);
      return `${t(`token.${operator}`)} ${values}`;
    }
  }
}

type Relative = Extract<Bound, { kind: "relative" }>;

function rangeWords(field: QueryField, { from, to }: { from: Bound | null; to: Bound | null }, speech: Speech): { operator: Operator; values: string } {
  const { t } = speech;
  const span = spanOf(field, from, to);
  if (span) return { operator: span.operator, values: spanValues(field, span.operator, spanWords(span.bound, t), t) };
  const [first, last] = [from && boundWords(from, "from", speech), to && boundWords(to, "to", speech)];
  if (first && first === last && from?.kind !== "relative") return { operator: "on", values: first };
  if (first && last) return { operator: "between", values: t("token.between.values", { from: first, to: last }) };
  return last ? { operator: "until", values: last } : { operator: "from", values: first ?? t("token.any-time") };
}

/** A range from now on or until now. An open one holds what lies beyond, so its words say so: deleted within a week, or overdue. */
function spanOf(field: QueryField, from: Bound | null, to: Bound | null): { operator: Span; bound: Relative } | null {
  const [first, last] = [from?.kind === "relative" ? from : null, to?.kind === "relative" ? to : null];
  if (!from && last)
    return last.amount < 0 ? { operator: "older", bound: last } : last.amount > 0 && liesAhead(field) ? { operator: "within", bound: last } : null;
  if (!first) return null;
  if (!to) return first.amount > 0 ? { operator: "beyond", bound: first } : first.amount < 0 && !liesAhead(field) ? { operator: "last", bound: first } : null;
  if (first.amount === 0 && last && last.amount > 0) return { operator: "next", bound: last };
  return first.amount < 0 && last?.amount === 0 ? { operator: "last", bound: first } : null;
}

function spanValues(field: QueryField, operator: Span, span: string, t: Translate): string {
  if (operator === "within") return t(`token.within.${field === "expires" ? field : "deletes"}`, { span });
  return operator === "older" ? t("token.ago", { span }) : t(`token.${operator}.values`, { span });
}

/** A day where it is one in the reader's zone; a day of UTC that is none there says so; else the moment. */
function boundWords(bound: Bound, end: "from" | "to", { t, format }: Speech): string {
  const day = format.zone === "UTC" ? null : dayOfBound(bound, end, format.zone);
  if (day) return format.date(day);
  if (bound.kind === "day") return format.zone === "UTC" ? format.date(bound.day) : `${format.date(bound.day)} UTC`;
  if (bound.kind === "instant") return format.stamp(bound.at);
  if (bound.amount === 0) return t("token.now");
  return t(bound.amount < 0 ? "token.ago" : "token.ahead", { span: spanWords(bound, t) });
}

const UNITS = { h: "token.hours", d: "token.days", w: "token.weeks" } as const;
const spanWords = ({ amount, unit }: { amount: number; unit: "h" | "d" | "w" }, t: Translate): string => t(UNITS[unit], { count: Math.abs(amount) });
