import { ABSENT_REASONS } from "../model/vocabulary.ts";
import { type QueryField, ruleOf } from "./fields.ts";
import type { FilterValue } from "./query.ts";

/**
 * The filter value that picks the rows which a facet counted under `value`: an absent reason and `none` (said empty) are values of their own there.
 */
export function facetValue(field: QueryField, value: string): FilterValue {
  if (value === "none") return { kind: "none" };
  const reason = ruleOf(field).fact === null ? undefined : ABSENT_REASONS.find((known) => known === value);
  return reason ? { kind: "absent", reason } : { kind: "text", text: value };
}
