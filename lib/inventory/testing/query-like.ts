import fc from "fast-check";
import { CLOUD_REGISTRY } from "../../clouds/registry.ts";
import type { KeyRow } from "../../model/key.ts";
import { ABSENT_REASONS } from "../../model/vocabulary.ts";
import { canonicalFilter } from "../../query/canonical-filter.ts";
import { canonicalFilters, DEFAULT_QUERY, FACET_FIELDS, isSortField } from "../../query/default-query.ts";
import { QUERY_FIELDS, type QueryField, ruleOf } from "../../query/fields.ts";
import type { Filter, FilterValue, KeyQuery } from "../../query/query.ts";
import { bareAlias } from "../../query/search-text.ts";

/** Queries about what these rows hold, most of them plain lists of values, as people and clouds' own filters like them. */
export function queryLike(rows: readonly KeyRow[]): fc.Arbitrary<KeyQuery> {
  const fields = QUERY_FIELDS.map((field) => ({ field, values: heldValues(field, rows) })).filter(({ values }) => values.length > 0);
  const pushable = fields.filter(({ field }) => Object.values(CLOUD_REGISTRY).some(({ pushesDown }) => pushesDown.includes(field)));
  const filters = fc
    .uniqueArray(fc.oneof(fc.constantFrom(...pushable), fc.constantFrom(...fields)), { selector: ({ field }) => field, minLength: 1, maxLength: 3 })
    .chain((chosen) => fc.tuple(...chosen.map(({ field, values }) => filterOf(field, values))))
    .map(canonicalFilters);
  return fc.record({
    filters,
    judged: fc.oneof({ weight: 5, arbitrary: fc.constant("yes" as const) }, { weight: 1, arbitrary: fc.constant("undecided" as const) }),
    sort: fc.record({ field: fc.constantFrom(...QUERY_FIELDS.filter(isSortField)), descending: fc.boolean() }),
    page: fc.constantFrom(1, 1, 2),
    size: fc.constantFrom(25 as const, 200 as const),
    facets: fc.oneof(fc.constant<QueryField[]>([]), fc.subarray(FACET_FIELDS, { maxLength: 3 })),
    cursor: fc.constant(DEFAULT_QUERY.cursor),
    key: fc.constant(null),
    live: fc.constant(true),
  });
}

function filterOf(field: QueryField, held: readonly FilterValue[]): fc.Arbitrary<Filter> {
  const { fact, kind } = ruleOf(field);
  const odd = fc.constantFrom<FilterValue>(
    { kind: "none" },
    { kind: "any" },
    ...(fact ? ABSENT_REASONS.map((reason) => ({ kind: "absent", reason }) as const) : []),
  );
  const value = kind === "search" ? fc.constantFrom(...held) : fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...held) }, { weight: 1, arbitrary: odd });
  const match =
    kind === "text" || kind === "open" || kind === "tag" ? fc.constantFrom("equals", "equals", "equals", "contains", "starts-with") : fc.constant("equals");
  const negated = fc.constantFrom(false, false, false, true);
  return fc
    .record({ field: fc.constant(field), negated, match: match as fc.Arbitrary<Filter["match"]>, values: fc.array(value, { minLength: 1, maxLength: 3 }) })
    .map(canonicalFilter);
}

function heldValues(field: QueryField, rows: readonly KeyRow[]): FilterValue[] {
  const texts = (held: (row: KeyRow) => (string | null)[]) =>
    [...new Set(rows.flatMap(held).filter((text) => text !== null && text !== ""))].map((text): FilterValue => ({ kind: "text", text: text as string }));
  if (field === "account") return texts(({ account }) => [account.id, account.name]);
  if (field === "alias")
    return texts(({ aliases, alias }) => [alias, ...(aliases ?? []), ...(aliases ?? []).map(bareAlias)].map((text) => text && bareAlias(text) && text));
  if (field === "q") return texts(({ alias, description }) => [alias?.slice(2, 7) ?? null, description?.slice(0, 4) ?? null]);
  if (field === "tag")
    return rows.flatMap(({ tags }) =>
      Object.entries(tags ?? {}).flatMap(([key, value]): FilterValue[] => [
        { kind: "tag", key, value },
        { kind: "tag", key, value: null },
      ]),
    );
  const { kind, property } = ruleOf(field);
  if (kind !== "time") return texts((row) => [row[property] as string | null]);
  const moments = rows.flatMap((row) => (row[property] ? [String(row[property]).slice(0, 10)] : []));
  return [...new Set(moments)].flatMap((day): FilterValue[] => [
    { kind: "range", from: { kind: "day", day }, to: null },
    { kind: "range", from: null, to: { kind: "day", day } },
  ]);
}
