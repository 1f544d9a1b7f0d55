import type { Facets } from "#lib/model/answers.ts";
import type { KeyRow } from "#lib/model/key.ts";
import { ABSENT_REASONS } from "#lib/model/vocabulary.ts";
import { facetValue } from "#lib/query/facet-value.ts";
import { ruleOf, type QueryField } from "#lib/query/fields.ts";
import { formatValue } from "#lib/query/format-value.ts";
import type { FilterValue } from "#lib/query/query.ts";
import { KNOWN_WORDS } from "#lib/query/unknown-words.ts";
import type { Translate } from "#lib/words/translate.ts";
import { sortCounts } from "../facet-options.ts";
import type { FacetNames } from "../facet-options.ts";

/** A value that may be chosen. `count` is null for one that no facet counted. */
export interface Choice {
  /** As the grammar writes it: one of its kind within the field. */
  key: string;
  value: FilterValue;
  label: string;
  count: number | null;
  /** No value, but a word about one: empty, denied. */
  isGap: boolean;
}

/** What the present answer offers. */
export interface Offer {
  facets: Facets;
  rows: readonly KeyRow[];
  names: FacetNames;
  /** Counts are lower bounds. */
  isPartial: boolean;
  t: Translate;
}

/** The values of a field, those that were counted first, then the rest of its vocabulary, then the reasons why there is none. */
export function choicesOf(field: QueryField, { facets, rows, names, t }: Offer): Choice[] {
  const choices = new Map<string, Choice>();
  const add = (value: FilterValue, label: string, count: number | null) => {
    const key = formatValue(field, value);
    if (!choices.has(key)) choices.set(key, { key, value, label, count, isGap: value.kind !== "text" && value.kind !== "tag" });
  };
  const { fact, kind, values = [] } = ruleOf(field);
  for (const { value, count } of sortCounts(field, facets[field] ?? [])) {
    const asFilter = facetValue(field, value);
    add(asFilter, gapWords(asFilter, t) ?? names.label(field, value), count);
  }
  for (const word of [...values, ...(KNOWN_WORDS[field as keyof typeof KNOWN_WORDS] ?? [])]) add(facetValue(field, word), names.label(field, word), null);
  if (kind === "tag") for (const tag of tagsOf(rows)) add(tag, tag.value === null ? tag.key : `${tag.key}:${tag.value}`, null);
  if (fact !== null) {
    const gaps: FilterValue[] = [{ kind: "any" }, { kind: "none" }, ...ABSENT_REASONS.map((reason): FilterValue => ({ kind: "absent", reason }))];
    for (const gap of gaps) add(gap, gapWords(gap, t) ?? "", null);
  }
  return [...choices.values()].sort((a, b) => Number(a.isGap) - Number(b.isGap));
}

/** Words about a missing value. */
function gapWords(value: FilterValue, t: Translate): string | null {
  if (value.kind === "absent") return t(`value.${value.reason}`);
  return value.kind === "none" ? t("value.none") : value.kind === "any" ? t("value.any") : null;
}

type Tag = Extract<FilterValue, { kind: "tag" }>;

/** Tags have no facet: those of the rows at hand, each key alone and with its values. */
function tagsOf(rows: readonly KeyRow[]): Tag[] {
  const pairs = rows.flatMap(({ tags }) => Object.entries(tags ?? {}));
  const keys = [...new Set(pairs.map(([key]) => key))].sort();
  return keys.flatMap((key): Tag[] => {
    const values = [...new Set(pairs.filter(([name]) => name === key).map(([, value]) => value))].sort();
    return [{ kind: "tag", key, value: null }, ...values.map((value): Tag => ({ kind: "tag", key, value }))];
  });
}
