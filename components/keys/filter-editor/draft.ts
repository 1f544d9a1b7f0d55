import type { QueryField } from "#lib/query/fields.ts";
import type { Filter, FilterValue, Match } from "#lib/query/query.ts";
import { isNegated, type Operator, operatorsOf } from "./operators.ts";
import { isTimeOperator, rangeOf, timeOf } from "./time-range.ts";

/** A filter while it is edited: one operator, and its values. A time operator has its one range among them, or none yet. */
export interface Draft {
  field: QueryField;
  operator: Operator;
  values: FilterValue[];
}

const MATCHES: Partial<Record<Operator, Match>> = {
  contains: "contains",
  "not-contains": "contains",
  "starts-with": "starts-with",
  "not-starts-with": "starts-with",
};

const EMPTY: Partial<Record<Operator, "none" | "any">> = { empty: "none", "not-empty": "any" };

/** A filter as its editor shows it. `filterOfDraft` leads back to the same filter. */
export function draftOf({ field, negated, match, values }: Filter): Draft {
  const [first, more] = values;
  if (first && !more && !negated) {
    const single = first.kind === "range" ? timeOf(field, first) : first.kind === "none" ? "empty" : first.kind === "any" ? "not-empty" : null;
    if (single && operatorsOf(field).includes(single)) return { field, operator: single, values };
  }
  const plain = match === "equals" ? "is" : match;
  return { field, operator: negated ? `not-${plain}` : plain, values };
}

/** The filter that a draft says, or null while it says nothing. */
export function filterOfDraft({ field, operator, values }: Draft): Filter | null {
  if (isTimeOperator(operator)) {
    const [first] = values;
    const range = first?.kind === "range" ? rangeOf(field, operator, first) : null;
    return range && { field, negated: false, match: "equals", values: [range] };
  }
  const kind = EMPTY[operator];
  if (kind) return { field, negated: false, match: "equals", values: [{ kind }] };
  return values.length === 0 ? null : { field, negated: isNegated(operator), match: MATCHES[operator] ?? "equals", values };
}
