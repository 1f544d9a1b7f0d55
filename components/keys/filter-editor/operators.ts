import { ruleOf, type QueryField } from "#lib/query/fields.ts";

/** How a filter compares, as a reader chooses it. `not-` turns it around; the last eight are for times. */
export const OPERATORS = [
  "is",
  "not-is",
  "contains",
  "not-contains",
  "starts-with",
  "not-starts-with",
  "within",
  "last",
  "before",
  "until",
  "from",
  "after",
  "between",
] as const;
export type Operator = (typeof OPERATORS)[number];

const LISTS: readonly Operator[] = ["is", "not-is"];
const TEXTS: readonly Operator[] = ["contains", "not-contains", "is", "not-is", "starts-with", "not-starts-with"];
const DAYS: readonly Operator[] = ["before", "until", "from", "after", "between", "is", "not-is"];

/** Times that lie ahead; the others are past. */
const AHEAD: readonly QueryField[] = ["deletes", "expires"];

/** The operators of a field, the likeliest first. */
export function operatorsOf(field: QueryField): readonly Operator[] {
  const { kind, facet } = ruleOf(field);
  if (kind === "search") return ["contains", "not-contains"];
  if (kind === "closed" || field === "ref") return LISTS;
  if (kind === "time") return AHEAD.includes(field) ? ["within", "last", ...DAYS] : ["last", "within", ...DAYS];
  if (kind === "tag" || facet || field === "id") return ["is", "not-is", "contains", "not-contains", "starts-with", "not-starts-with"];
  return TEXTS;
}

export const isNegated = (operator: Operator): boolean => operator.startsWith("not-");
