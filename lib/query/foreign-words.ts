import type { FacetCount, Facets } from "../model/answers.ts";
import { ABSENT_REASONS } from "../model/vocabulary.ts";
import type { QueryField } from "./fields.ts";
import { KNOWN_WORDS } from "./unknown-words.ts";

export interface ForeignWord extends FacetCount {
  field: QueryField;
}

/** Facets that tell which words of the clouds have no common word; a spec without one is of the family `other`. */
export const FOREIGN_FACETS = Object.keys(KNOWN_WORDS) as (keyof typeof KNOWN_WORDS)[];

/** The clouds' own words that survived as they are, with the number of keys that hold each. */
export function foreignWords(facets: Facets): ForeignWord[] {
  return FOREIGN_FACETS.flatMap((field) => {
    const known: readonly string[] = [...KNOWN_WORDS[field], ...ABSENT_REASONS, "none"];
    const isForeign = ({ value, count }: FacetCount) => count > 0 && (!known.includes(value) || (field === "family" && value === "other"));
    return (facets[field] ?? []).filter(isForeign).map(({ value, count }) => ({ field, value, count }));
  });
}
