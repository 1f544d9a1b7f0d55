import { canonicalFilter } from "./canonical-filter.ts";
import { splitList } from "./escape.ts";
import { fault, short } from "./fault.ts";
import { type QueryField, ruleOf } from "./fields.ts";
import { parseValue } from "./parse-value.ts";
import type { Filter, FilterValue, Match, QueryFault } from "./query.ts";

/** As many keys as a reader may paste at once, and few enough to judge quickly. */
const MOST_VALUES = 500;

/**
 * The right side of one parameter. Values in order are kept although others have faults: a list is an OR, so losing one narrows it.
 * `filter` is null when nothing is left.
 */
export function parseFilter(field: QueryField, written: string): { filter: Filter | null; faults: QueryFault[] } {
  const [, bang = "", sign = "", list = ""] = /^(!?)([~^]?)(.*)$/s.exec(written) ?? [];
  const broken = (message: string) => ({ filter: null, faults: [fault("malformed", field, written, message)] });
  const match: Match = sign === "~" ? "contains" : sign === "^" ? "starts-with" : "equals";
  if (match !== "equals" && !takes(field, match)) return broken(`${field} takes no ${sign} operator; a literal ${sign} is written \\${sign}`);
  const items = splitList(list);
  if (!items) return broken(`${field}=${short(written)} ends in a lone backslash`);
  if (items.length > MOST_VALUES) return broken(`${field} takes at most ${MOST_VALUES} values`);
  const faults: QueryFault[] = [];
  const values: FilterValue[] = [];
  for (const item of items) {
    const value = parseValue(field, item);
    if ("kind" in value) values.push(value);
    else faults.push(value);
  }
  return { filter: values.length ? canonicalFilter({ field, negated: bang === "!", match, values }) : null, faults };
}

function takes(field: QueryField, match: Match): boolean {
  const { kind } = ruleOf(field);
  return kind === "search" ? match === "contains" : kind === "text" || kind === "open" || kind === "tag";
}
