import fc from "fast-check";
import { expect, it } from "vitest";
import { ABSENT_REASONS } from "../model/vocabulary.ts";
import { toggleValue, withFilter, withoutFilter, withoutFilters } from "./edit-query.ts";
import { QUERY_FIELDS, ruleOf } from "./fields.ts";
import { formatKeyQuery } from "./format-key-query.ts";
import { parseStrict } from "./parse-key-query.ts";
import type { Filter, KeyQuery } from "./query.ts";
import { arbitraryFilter, arbitraryQuery } from "./testing/arbitrary-query.ts";
import { KNOWN_WORDS } from "./unknown-words.ts";

const seed = { seed: 25, numRuns: 500 };
const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
const withFilters = (query: KeyQuery, filters: readonly Filter[]) => filters.reduce(withFilter, withoutFilters(query));

it("P25: a view has one address, whatever the order in which its filters and values were chosen", () => {
  const twoWays = arbitraryQuery.chain((query) => {
    const mixed = query.filters.map((filter) => shuffled(filter.values).map((values): Filter => ({ ...filter, values: [...values, ...values.slice(0, 1)] })));
    return fc.tuple(
      fc.constant(query),
      fc.tuple(...mixed).chain((filters) => shuffled(filters)),
    );
  });
  fc.assert(
    fc.property(twoWays, ([query, filters]) => {
      const link = formatKeyQuery(withFilters(query, query.filters));
      expect(formatKeyQuery(withFilters(query, filters))).toBe(link);
      expect(formatKeyQuery(parseStrict(link))).toBe(link);
    }),
    seed,
  );
});

it("P25: a detour leaves no trace: a filter that comes and goes, a value that is ticked twice", () => {
  const detour = fc.tuple(arbitraryQuery, fc.constantFrom(...QUERY_FIELDS).chain(arbitraryFilter));
  fc.assert(
    fc.property(detour, ([any, extra]) => {
      const query = { ...any, page: 1, filters: any.filters.filter(({ field }) => field !== extra.field && field !== "presence") };
      expect(formatKeyQuery(withoutFilter(withFilter(query, extra), extra.field))).toBe(formatKeyQuery(query));
      const [value] = extra.values;
      if (!value || extra.field === "presence") return;
      const ticked = toggleValue(query, extra.field, value);
      expect(formatKeyQuery(toggleValue(ticked, extra.field, value))).toBe(formatKeyQuery(query));
    }),
    seed,
  );
});

it("P25: every filter of the vocabulary at once, with every word of it, stays below 2,000 characters", () => {
  const filters = QUERY_FIELDS.flatMap((field): Filter[] => {
    const words = [...(ruleOf(field).values ?? []), ...(KNOWN_WORDS[field as keyof typeof KNOWN_WORDS] ?? [])];
    const plain = words.filter((word) => !(ABSENT_REASONS as readonly string[]).includes(word));
    return plain.length ? [{ field, negated: true, match: "equals", values: plain.map((text) => ({ kind: "text", text })) }] : [];
  });
  expect(filters.length).toBeGreaterThanOrEqual(10);
  const link = formatKeyQuery(withFilters(parseStrict(""), filters));
  expect(`https://keyatlas.example/keys?${link}`.length).toBeLessThan(2000);
  expect(parseStrict(link).filters).toHaveLength(filters.length);
});
