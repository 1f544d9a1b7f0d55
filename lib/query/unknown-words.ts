import { FAMILIES, ORIGINS, STATES, USAGES } from "../model/vocabulary.ts";
import { short, unknownValue } from "./fault.ts";
import type { QueryField } from "./fields.ts";
import type { KeyQuery, QueryFault } from "./query.ts";

/** The words we know of the open fields. Clouds add others, so these filters run; a page still says when a word is none of ours. */
export const KNOWN_WORDS = { state: STATES, family: FAMILIES, usage: USAGES, origin: ORIGINS } as const satisfies Partial<
  Record<QueryField, readonly string[]>
>;

/** Values of open fields that are in no vocabulary of ours and in none of the `seen` facet values: they match nothing, most likely a slip. */
export function unknownWords(query: KeyQuery, seen: (field: QueryField) => readonly string[]): QueryFault[] {
  return query.filters.flatMap(({ field, match, values }) => {
    const known: readonly string[] | undefined = KNOWN_WORDS[field as keyof typeof KNOWN_WORDS];
    if (!known || match !== "equals") return [];
    const words = values.flatMap((value) => (value.kind === "text" ? [value.text] : []));
    return words.filter((word) => !known.includes(word) && !seen(field).includes(word)).map((word) => unknownValue(field, short(word)));
  });
}
