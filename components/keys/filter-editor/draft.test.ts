import fc from "fast-check";
import { expect, it } from "vitest";
import { QUERY_FIELDS } from "#lib/query/fields.ts";
import { formatFilter } from "#lib/query/format-value.ts";
import { parseFilter } from "#lib/query/parse-filter.ts";
import { arbitraryFilter } from "#lib/query/testing/arbitrary-query.ts";
import { draftOf, filterOfDraft } from "./draft.ts";
import { operatorsOf } from "./operators.ts";
import type { DayOperator, Range } from "./time-range.ts";

it("opening a token and applying it changes nothing, whatever the filter", () => {
  const anyFilter = fc.constantFrom(...QUERY_FIELDS).chain(arbitraryFilter);
  fc.assert(
    fc.property(anyFilter, (filter) => {
      const again = filterOfDraft(draftOf(filter));
      const said = again && formatFilter(again);
      // A range that ends before it begins is the one thing that the editor puts in order.
      const [first] = filter.values;
      const turned = first?.kind === "range" && first.from?.kind === "day" && first.to?.kind === "day" && first.from.day > first.to.day;
      if (!turned) expect(said).toBe(formatFilter(filter));
    }),
    { seed: 4, numRuns: 2000 },
  );
});

it("what it opens with is an operator of the field", () => {
  const anyFilter = fc.constantFrom(...QUERY_FIELDS.filter((field) => field !== "ref" && field !== "q")).chain(arbitraryFilter);
  fc.assert(
    fc.property(anyFilter, (filter) => {
      if (filter.field !== "id" || filter.match === "equals") expect(operatorsOf(filter.field)).toContain(draftOf(filter).operator);
    }),
    { seed: 4, numRuns: 500 },
  );
});

const draft = (operator: DayOperator, range: Partial<Range>) => {
  const filter = filterOfDraft({ field: "created", operator, values: [{ kind: "range", from: null, to: null, ...range }] });
  return filter && formatFilter(filter);
};
const day = (text: string) => ({ kind: "day" as const, day: text });

it.each([
  ["before", { to: day("2026-03-01") }, "..2026-02-28"],
  ["until", { to: day("2026-03-01") }, "..2026-03-01"],
  ["from", { from: day("2026-03-01") }, "2026-03-01.."],
  ["after", { from: day("2026-12-31") }, "2027-01-01.."],
  ["between", { from: day("2026-03-09"), to: day("2026-03-01") }, "2026-03-01..2026-03-09"],
] as const)("%s a day leaves out or holds that day as the word says", (operator, range, written) => expect(draft(operator, range)).toBe(written));

it("says nothing while a range is not whole", () => {
  expect(draft("between", { from: day("2026-03-01") })).toBeNull();
  expect(filterOfDraft({ field: "state", operator: "is", values: [] })).toBeNull();
});

it.each([
  ["deletes", "..7d", "within"],
  ["deletes", "0d..7d", "next"],
  ["deletes", "7d..", "beyond"],
  ["deletes", "-7d..0d", "last"],
  ["deletes", "..-7d", "older"],
  ["created", "-7d..", "last"],
  ["rotated", "..-52w", "older"],
  ["deletes", "none", "empty"],
  ["alias", "any", "not-empty"],
  // What only a link says stays as it is.
  ["deletes", "-7d..", "is"],
  ["created", "..7d", "is"],
  ["created", "0h..7d", "is"],
] as const)("%s=%s reads back as it was written", (field, written, operator) => {
  const { filter } = parseFilter(field, written);
  expect(filter && draftOf(filter).operator).toBe(operator);
});
