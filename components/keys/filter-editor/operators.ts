import { ruleOf, type QueryField } from "#lib/query/fields.ts";
import { liesAhead } from "../lies-ahead.ts";

/** How a filter compares, as a reader chooses it. `not-` turns it around. */
export type Operator =
  | "is"
  | "not-is"
  | "contains"
  | "not-contains"
  | "starts-with"
  | "not-starts-with"
  | SpanOperator
  | "before"
  | "until"
  | "from"
  | "after"
  | "between"
  | "empty"
  | "not-empty";

/** Spans of time from now on or until now. `within` takes what is past too: overdue, expired. */
export type SpanOperator = "next" | "within" | "beyond" | "last" | "older";

const LISTS: readonly Operator[] = ["is", "not-is"];
const TEXTS: readonly Operator[] = ["contains", "not-contains", "is", "not-is", "starts-with", "not-starts-with"];
/** A moment equals nothing that a person would write, so `is` comes last: for the reasons why there is none. */
const DAYS: readonly Operator[] = ["before", "until", "from", "after", "between"];
const EMPTY: readonly Operator[] = ["empty", "not-empty"];

/** The operators of a field, the likeliest first. */
export function operatorsOf(field: QueryField): readonly Operator[] {
  const { kind, facet, fact } = ruleOf(field);
  const empty = fact ? EMPTY : [];
  if (kind === "search") return ["contains", "not-contains"];
  if (kind === "closed" || field === "ref") return [...LISTS, ...empty];
  if (kind === "time") {
    const spans: Operator[] = liesAhead(field) ? ["within", "next", "beyond", "last", "older"] : ["last", "older"];
    return [...spans, ...DAYS, ...empty, ...LISTS];
  }
  if (kind === "tag" || facet || field === "id") return ["is", "not-is", "contains", "not-contains", "starts-with", "not-starts-with", ...empty];
  return [...TEXTS, ...empty];
}

export const isNegated = (operator: Operator): boolean => operator.startsWith("not-");
