import type { Format } from "../ui/make-format.ts";
import type { Bound, Filter, FilterValue } from "#lib/query/query.ts";
import type { Translate } from "#lib/words/translate.ts";
import { fieldWords, valueWords } from "./words.ts";

/** A filter as a sentence: "Family is none of MAC", "Deletes within 7 days". */
export interface TokenWords {
  field: string;
  operator: string;
  values: string;
}

/** How the page speaks; `name` turns an account's id into its name. */
export interface Speech {
  t: Translate;
  format: Format;
  name: (account: string) => string;
}

type Operator = "is" | "any-of" | "contains" | "starts-with" | "include" | "include-any" | "within" | "last" | "between" | "until" | "from";

export function tokenWords(filter: Filter, speech: Speech): TokenWords {
  const { t } = speech;
  const field = fieldWords(filter.field, t);
  const said = (operator: Operator) => t(filter.negated ? `token.${operator}.not` : `token.${operator}`);
  const range = filter.values.length === 1 && filter.values[0]?.kind === "range" ? rangeWords(filter.values[0], speech) : null;
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
      return filter.field === "account" ? name(value.text) : valueWords(filter.field, value.text, t);
    case "absent":
      return t(`value.${value.reason}`);
    case "none":
      return t("token.empty");
    case "any":
      return t("token.any-value");
    case "tag":
      return value.value === null ? value.key : `${value.key}:${value.value}`;
    case "range": {
      const { operator, values } = rangeWords(value, speech);
      return `${t(`token.${operator}`)} ${values}`;
    }
  }
}

function rangeWords({ from, to }: { from: Bound | null; to: Bound | null }, speech: Speech): { operator: Operator; values: string } {
  const { t } = speech;
  if (!from && to?.kind === "relative" && to.amount > 0) return { operator: "within", values: t("token.within.values", { span: spanWords(to, t) }) };
  if (!to && from?.kind === "relative" && from.amount < 0) return { operator: "last", values: t("token.within.values", { span: spanWords(from, t) }) };
  if (from && to) return { operator: "between", values: t("token.between.values", { from: boundWords(from, speech), to: boundWords(to, speech) }) };
  if (to) return { operator: "until", values: boundWords(to, speech) };
  return { operator: "from", values: from ? boundWords(from, speech) : t("token.any-time") };
}

function boundWords(bound: Bound, { t, format }: Speech): string {
  if (bound.kind === "day") return format.day(`${bound.day}T00:00:00Z`);
  if (bound.kind === "instant") return `${bound.at.slice(0, 16).replace("T", " ")} UTC`;
  if (bound.amount === 0) return t("token.now");
  return t(bound.amount < 0 ? "token.ago" : "token.ahead", { span: spanWords(bound, t) });
}

const UNITS = { h: "token.hours", d: "token.days", w: "token.weeks" } as const;
const spanWords = ({ amount, unit }: { amount: number; unit: "h" | "d" | "w" }, t: Translate): string => t(UNITS[unit], { count: Math.abs(amount) });
