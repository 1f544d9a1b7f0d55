import { QUERY_FIELDS, ruleOf, type QueryField } from "#lib/query/fields.ts";
import type { Filter, FilterValue, KeyQuery } from "#lib/query/query.ts";
import { settleDays } from "#lib/query/zone-range.ts";
import { fieldWords } from "../words.ts";
import { choicesOf, type Offer } from "./choices-of.ts";
import { filterOfDraft } from "./draft.ts";
import { operatorWords } from "./operator-words.ts";
import { operatorsOf, type Operator } from "./operators.ts";
import { readFilter, readValue } from "./read-text.ts";
import { isSpan, isTimeOperator, spanRange } from "./time-range.ts";
import { tokenWords } from "../token-words.ts";
import type { Speech } from "../token-words.ts";

/** What has been chosen so far of the filter that is being written. */
export interface Step {
  field: QueryField;
  operator: Operator | null;
}

export type Deed =
  | { kind: "filter"; filter: Filter }
  | { kind: "step"; step: Step }
  /** Dates are picked in the editor. */
  | { kind: "edit"; step: Required<Step> }
  | { kind: "open"; ref: string }
  | { kind: "paste" };

export interface Suggestion {
  key: string;
  group: "read" | "text" | "fields" | "operators" | "values" | "keys" | "more";
  label: string;
  /** The field of a value that stands among other fields. */
  before?: string;
  count?: number | null;
  deed: Deed;
}

/** Values of other fields that are offered while only a text stands there. */
const MOST_VALUES = 6;
/** Presets of a span, likeliest first. */
const SPANS = [
  { amount: 7, unit: "d" },
  { amount: 30, unit: "d" },
  { amount: 90, unit: "d" },
  { amount: 24, unit: "h" },
] as const;

const textFilter = (text: string): Filter => ({ field: "q", negated: false, match: "contains", values: [{ kind: "text", text }] });

/** What Enter does with the text as it stands, or null. */
export function deedOf(step: Step | null, text: string, offer: Offer, zone: string): Deed | null {
  const typed = text.trim();
  if (typed === "") return null;
  if (!step) return { kind: "filter", filter: readFilter(typed, offer, zone) ?? textFilter(typed) };
  const operator = step.operator ?? operatorsOf(step.field)[0] ?? "is";
  const choice = choicesOf(step.field, offer).find(({ label, key }) => [label, key].some((words) => words.toLowerCase() === typed.toLowerCase()));
  const value = choice && (operator === "is" || operator === "not-is") ? choice.value : readValue(step.field, operator, typed);
  const filter = value && filterOfDraft({ field: step.field, operator, values: [value] });
  return filter && { kind: "filter", filter: settleDays(filter, zone) };
}

/** What may be meant, best first: property, then operator, then value. A text that is none of them is a search. */
export function suggest(step: Step | null, text: string, offer: Offer, query: KeyQuery, speech: Speech): Suggestion[] {
  const typed = text.trim();
  const found = step ? within(step, typed, offer, speech) : anywhere(typed, offer, speech);
  return found.filter(({ deed }) => deed.kind !== "filter" || !isHeld(query, deed.filter));
}

function anywhere(typed: string, offer: Offer, speech: Speech): Suggestion[] {
  const { t } = offer;
  const fields = QUERY_FIELDS.filter((field) => field !== "ref" && (field !== "q" || typed === "")).map((field): Suggestion => {
    return { key: `field ${field}`, group: "fields", label: fieldWords(field, t), deed: { kind: "step", step: { field, operator: null } } };
  });
  const paste: Suggestion = { key: "paste", group: "more", label: t("suggest.paste"), deed: { kind: "paste" } };
  if (typed === "") return [...fields, paste];
  const read = readFilter(typed, offer, speech.format.zone);
  const values = QUERY_FIELDS.filter((field) => ruleOf(field).facet).flatMap((field) =>
    choicesOf(field, offer)
      .filter(({ label, count, isGap }) => count !== null && !isGap && matches(label, typed))
      .map(({ key, label, value, count }): Suggestion => {
        const filter: Filter = { field, negated: false, match: "equals", values: [value] };
        return { key: `value ${field} ${key}`, group: "values", before: fieldWords(field, t), label, count, deed: { kind: "filter", filter } };
      }),
  );
  return [
    ...(read
      ? [{ key: "read", group: "read", label: Object.values(tokenWords(read, speech)).join(" "), deed: { kind: "filter", filter: read } } as const]
      : []),
    { key: "text", group: "text", label: t("suggest.text", { text: typed }), deed: { kind: "filter", filter: textFilter(typed) } },
    ...fields.filter(({ label }) => matches(label, typed)).sort((a, b) => Number(begins(b.label, typed)) - Number(begins(a.label, typed))),
    ...values.slice(0, MOST_VALUES),
  ];
}

function within({ field, operator }: Step, typed: string, offer: Offer, speech: Speech): Suggestion[] {
  const chosen = operator ?? operatorsOf(field)[0] ?? "is";
  const operators = operatorsOf(field).map((one): Suggestion => {
    const step = { field, operator: one };
    const opensEditor = isTimeOperator(one) && !isSpan(one);
    const whole = one === "empty" || one === "not-empty" ? filterOfDraft({ field, operator: one, values: [] }) : null;
    return {
      key: `operator ${one}`,
      group: "operators",
      label: operatorWords(field, one, offer.t),
      deed: whole ? { kind: "filter", filter: whole } : opensEditor ? { kind: "edit", step } : { kind: "step", step },
    };
  });
  const values = valuesOf({ field, operator: chosen, isOpen: operator === null }, typed, offer, speech);
  return [...(operator ? [] : operators.filter(({ label }) => matches(label, typed))), ...values];
}

/** `isOpen`: nobody chose the operator yet, so that values may bring another one along. */
function valuesOf(
  { field, operator, isOpen }: { field: QueryField; operator: Operator; isOpen: boolean },
  typed: string,
  offer: Offer,
  speech: Speech,
): Suggestion[] {
  const asValue = (filter: Filter, label: string, key: string, count: number | null = null): Suggestion => {
    return { key: `value ${key}`, group: "values", label, count, deed: { kind: "filter", filter } };
  };
  const read = readValue(field, operator, typed);
  const meant = read && filterOfDraft({ field, operator, values: [read] });
  const own = meant && settleDays(meant, speech.format.zone);
  const typedValue = own ? [asValue(own, tokenWords(own, speech).values, "typed")] : [];
  if (isSpan(operator)) {
    const spans = SPANS.map((span) => filterOfDraft({ field, operator, values: [spanRange(field, operator, span)] })).filter((filter) => filter !== null);
    return typed === "" ? spans.map((filter, at) => asValue(filter, tokenWords(filter, speech).values, `span ${at}`)) : typedValue;
  }
  const isList = operator === "is" || operator === "not-is";
  // A moment "is missing because" of a reason; empty and any value have operators of their own.
  const isReason = ({ value }: { value: FilterValue }) => ruleOf(field).kind !== "time" || value.kind === "absent";
  const choices = isList ? choicesOf(field, offer).filter((choice) => isReason(choice) && matches(choice.label, typed)) : [];
  const listed = choices.flatMap(({ value, label, count, key }) => {
    const filter = filterOfDraft({ field, operator, values: [value] });
    if (!filter) return [];
    // Who is looking for a tag wants the keys without it as often: two steps less than turning the operator around.
    const missing = isOpen && value.kind === "tag" && value.value === null ? { ...filter, negated: true } : null;
    const without = missing ? [asValue(missing, `${operatorWords(field, "not-is", offer.t)} ${label}`, `not ${key}`)] : [];
    return [asValue(filter, label, key, count), ...without];
  });
  const isNew = !choices.some(({ label, key }) => label === typed || key === typed);
  return [...(isNew && ruleOf(field).kind !== "closed" && ruleOf(field).kind !== "open" ? typedValue : []), ...listed];
}

const isHeld = (query: KeyQuery, filter: Filter): boolean =>
  query.filters.some(
    (known) =>
      known.field === filter.field &&
      known.negated === filter.negated &&
      known.match === filter.match &&
      filter.values.every((value) => known.values.some((other) => JSON.stringify(other) === JSON.stringify(value))),
  );

export const matches = (label: string, typed: string): boolean => label.toLowerCase().includes(typed.toLowerCase());
const begins = (label: string, typed: string): boolean => label.toLowerCase().startsWith(typed.toLowerCase());
