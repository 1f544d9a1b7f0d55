import { splitList } from "./escape.ts";
import type { QueryField } from "./fields.ts";
import { parseValue } from "./parse-value.ts";
import type { FilterValue } from "./query.ts";

/**
 * The filter value that picks the rows which a facet counted under `value`. Facets write their values as filters do:
 * `none` (said empty) and the absent reasons are words, an instance of the name "none" is `\none`.
 */
export function facetValue(field: QueryField, value: string): FilterValue {
  const [written] = splitList(value) ?? [];
  const parsed = written ? parseValue(field, written) : null;
  return parsed && "kind" in parsed ? parsed : { kind: "text", text: value };
}
