import type { FactField } from "../model/key.ts";
import { QUERY_FIELDS, ruleOf } from "../query/fields.ts";

/** What the free text search looks at beside ids, which are always known. */
const SEARCHED: readonly FactField[] = ["alias", "aliases", "description", "tags"];

/** The filters of the query grammar that cannot decide while these columns are dark: an alias filter looks at all of a key's aliases. */
export function filtersOf(columns: readonly FactField[]): string[] {
  return QUERY_FIELDS.filter((field) => {
    if (field === "q") return columns.some((column) => SEARCHED.includes(column));
    if (field === "alias") return columns.includes("alias") || columns.includes("aliases");
    const { fact } = ruleOf(field);
    return fact !== null && columns.includes(fact);
  });
}
