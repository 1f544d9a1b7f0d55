import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "../model/refusal.ts";
import { formatKeyQuery } from "../query/format-key-query.ts";
import { parseStrict } from "../query/parse-key-query.ts";
import { arbitraryQuery } from "../query/testing/arbitrary-query.ts";
import { canonicalViewQuery } from "./canonical-view-query.ts";

test("what is of a moment is left out, what is relative stays so", () => {
  const written = "?page=3&live=true&key=3k9f2m8x7abc&facets=state&state=enabled,disabled&deletes=..7d&size=100&sort=-created&presence=present,missing";
  expect(canonicalViewQuery(written)).toBe("state=disabled,enabled&deletes=..7d&sort=-created&size=100");
  expect(canonicalViewQuery("cursor=abc&q=a%20b")).toBe("q=a%20b");
  expect(canonicalViewQuery("")).toBe("");
});

test("any query is stored as one that means the same, and stays as it is when stored again", () => {
  fc.assert(
    fc.property(arbitraryQuery, (query) => {
      const stored = canonicalViewQuery(formatKeyQuery(query));
      expect(canonicalViewQuery(stored)).toBe(stored);
      const { filters, judged, sort, size } = parseStrict(formatKeyQuery(query));
      expect(parseStrict(stored)).toMatchObject({ filters, judged, sort, size });
    }),
    { seed: 4, numRuns: 300 },
  );
});

test.each([
  ["an unknown field", "colour=red", /colour/],
  ["a repeated field", "state=enabled&state=disabled", /twice/],
  ["a malformed value", "created=yesterday..", /created/],
  ["a broken escape", "q=%zz", /percent-escape/],
  ["an escape of no UTF-8", "q=%FF", /percent-escape/],
  ["what no address could hold", `description=${Array.from({ length: 20 }, (_, n) => `${n}${"钥".repeat(60)}`).join()}`, /7500/],
])("%s is refused at `query`", (_, written, words) => {
  expect(() => canonicalViewQuery(written)).toThrow(words);
  try {
    canonicalViewQuery(written);
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    expect(error).toMatchObject({ code: "invalid_body", field: "query" });
  }
});
