import type { Cloud, NativeFilter } from "../../clouds/cloud.ts";
import type { FactField } from "../../model/key.ts";
import { formatValue } from "../../query/format-value.ts";
import type { Filter, FilterValue, KeyQuery } from "../../query/query.ts";
import { factsOf } from "../../query/test-value.ts";

/**
 * What of a query the cloud can filter by itself: plain lists of values of the fields that it takes. Not pushed down is a field that is counted as a facet,
 * since its facet needs the other values too; anything, when the undecided rows are wanted; and a field that is `unsure`: its filter would drop keys that
 * nobody can judge, and they count, or keys that match by a word which the cloud does not filter by. Null for a source that was never read, where nothing
 * is known and so nothing is pushed.
 */
export function nativeFilter(cloud: Pick<Cloud, "pushesDown">, query: KeyQuery, unsure: ReadonlySet<FactField> | null): NativeFilter {
  if (query.judged === "undecided" || unsure === null) return {};
  const pushed = query.filters.filter(
    ({ field }) => cloud.pushesDown.includes(field) && !query.facets.includes(field) && !factsOf(field).some((fact) => unsure.has(fact)),
  );
  return Object.fromEntries(
    pushed.flatMap((filter) => {
      const words = plainWords(filter);
      return words ? [[filter.field, words]] : [];
    }),
  );
}

/** The values of a filter as a `NativeFilter` writes them; null where one of them is not plain, or the test is not plain equality. */
export function plainWords({ field, negated, match, values }: Filter): string[] | null {
  if (negated || match !== "equals") return null;
  const words = values.map((value) => wordOf(field, value));
  return words.every((word) => word !== null) ? words : null;
}

function wordOf(field: Filter["field"], value: FilterValue): string | null {
  if (value.kind === "text") return value.text;
  return value.kind === "tag" ? formatValue(field, value) : null;
}

/** The facts behind the fields that a query might push down to some cloud. */
export function pushableFacts(clouds: readonly Pick<Cloud, "pushesDown">[], query: KeyQuery): FactField[] {
  const fields = query.filters.map(({ field }) => field).filter((field) => clouds.some(({ pushesDown }) => pushesDown.includes(field)));
  return [...new Set(fields.flatMap(factsOf))];
}
