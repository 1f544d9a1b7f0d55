import fc from "fast-check";
import { ABSENT_REASONS } from "../../model/vocabulary.ts";
import { canonicalFilter } from "../canonical-filter.ts";
import { canonicalFilters, FACET_FIELDS, isSortField } from "../default-query.ts";
import { QUERY_FIELDS, type QueryField, ruleOf } from "../fields.ts";
import { type Bound, type Filter, type FilterValue, type KeyQuery, type Match, PAGE_SIZES } from "../query.ts";
import { ACCOUNTS, NOW, TAG_KEYS, WORDS } from "./arbitrary-row.ts";

const anyText = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((text) => text.isWellFormed() && !text.includes("\0"));
/** Mostly texts that rows hold, now and then anything at all. */
const text = (likely: readonly string[]) => fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...likely) }, { weight: 1, arbitrary: anyText });

const day = fc.integer({ min: -40, max: 40 }).map((n) => new Date(NOW.getTime() + n * 86_400_000).toISOString());
const bound: fc.Arbitrary<Bound> = fc.oneof(
  day.map((at): Bound => ({ kind: "day", day: at.slice(0, 10) })),
  day.map((at): Bound => ({ kind: "instant", at: at.replace(".000Z", "Z") })),
  fc.record({
    kind: fc.constant("relative" as const),
    amount: fc.integer({ min: -60, max: 60 }).map((n) => n + 0),
    unit: fc.constantFrom("h" as const, "d" as const, "w" as const),
  }),
);
const range = fc
  .tuple(fc.option(bound), fc.option(bound))
  .filter(([from, to]) => from !== null || to !== null)
  .map(([from, to]): FilterValue => ({ kind: "range", from, to }));
const tag = fc.record({
  kind: fc.constant("tag" as const),
  key: text(TAG_KEYS),
  value: fc.option(fc.oneof(fc.constant(""), text(["prod", "pr", "x:y", "a,b"]))),
});
const empties = fc.constantFrom<FilterValue>({ kind: "none" }, { kind: "any" });
const absents = fc.constantFrom(...ABSENT_REASONS).map((reason): FilterValue => ({ kind: "absent", reason }));

const LIKELY: Partial<Record<QueryField, readonly string[]>> = {
  account: ACCOUNTS.flatMap(({ id, name }) => [id, name, name.slice(0, 4)]),
  region: ["r-1", "R-3", "r-"],
  project: ["p1", "P"],
  state: ["enabled", "dis"],
  spec: ["aes-256", "odd", "Odd-Spec"],
  family: ["rsa"],
  usage: ["encrypt-decrypt"],
  origin: ["cloud"],
  instance: ["kst-1", "kst"],
  enterpriseProject: ["0", "ep-1", "EP"],
  ref: ["3k9f2m8x7abc"],
  id: ["Key-1", "key-", "acs:kms:r-1:1:key/x"],
  q: [...WORDS, "key-1", "pro", "acs"],
};

function valueIn(field: QueryField): fc.Arbitrary<FilterValue> {
  const { kind, fact, values = [] } = ruleOf(field);
  const asText = (from: fc.Arbitrary<string>) => from.map((held): FilterValue => ({ kind: "text", text: held }));
  if (kind === "search") return asText(text(LIKELY.q ?? []));
  const words = values.filter((value) => fact === null || !(ABSENT_REASONS as readonly string[]).includes(value));
  const plain = kind === "time" ? range : kind === "tag" ? tag : asText(kind === "closed" ? fc.constantFrom(...words) : text(LIKELY[field] ?? WORDS));
  return fc.oneof({ weight: 6, arbitrary: plain }, { weight: 1, arbitrary: empties }, ...(fact ? [{ weight: 1, arbitrary: absents }] : []));
}

export function arbitraryFilter(field: QueryField): fc.Arbitrary<Filter> {
  const { kind } = ruleOf(field);
  const match: fc.Arbitrary<Match> = kind === "closed" || kind === "time" ? fc.constant("equals") : fc.constantFrom("equals", "contains", "starts-with");
  return fc
    .record({ field: fc.constant(field), negated: fc.boolean(), match, values: fc.array(valueIn(field), { minLength: 1, maxLength: 3 }) })
    .map(canonicalFilter);
}

const filters = fc
  .uniqueArray(fc.constantFrom(...QUERY_FIELDS), { maxLength: 3 })
  .chain((fields) => fc.tuple(...fields.map(arbitraryFilter)))
  .map(canonicalFilters);

/** Any view that a link can say, in canonical form. */
export const arbitraryQuery: fc.Arbitrary<KeyQuery> = fc.record({
  filters,
  judged: fc.constantFrom("yes" as const, "undecided" as const),
  sort: fc.record({ field: fc.constantFrom(...QUERY_FIELDS.filter(isSortField)), descending: fc.boolean() }),
  page: fc.integer({ min: 1, max: 9 }),
  size: fc.constantFrom(...PAGE_SIZES),
  cursor: fc.constant(null),
  facets: fc.subarray(FACET_FIELDS),
  key: fc.option(fc.constant("3k9f2m8x7abc")),
  live: fc.boolean(),
});
