import { expect, test } from "vitest";
import type { Coverage } from "#lib/model/source.ts";
import { compileWords } from "#lib/words/compile-words.ts";
import { makeTranslate } from "#lib/words/translate.ts";
import { coverageWords } from "./coverage-words.ts";

const WHOLE: Coverage = {
  complete: true,
  sources: 11,
  read: 11,
  stale: 0,
  unread: 0,
  notEnabled: 0,
  held: 1318,
  claimed: 1318,
  oldest: "2026-11-22T14:22:00Z",
  unlisted: [],
  problems: [],
};
const t = makeTranslate("en", compileWords("en"));
const said = (change: Partial<Coverage>) => {
  const { mood, lead, rest } = coverageWords({ ...WHOLE, ...change }, t);
  return `${mood}: ${lead}${rest}`;
};

test("all read", () => expect(said({})).toBe("complete: Complete · 11 of 11 sources read · 1,318 keys held, 1,318 claimed"));
test("a source without KMS ends a sentence only where there is one", () => {
  expect(said({ read: 10, notEnabled: 1 })).toBe("complete: Complete · 10 of 11 sources read · 1,318 keys held, 1,318 claimed · 1 without KMS");
  expect(said({ complete: false, read: 8, unread: 2, notEnabled: 1 })).toMatch(/ partial\. 1 without KMS\.$/);
});
test("a partial list never looks whole", () =>
  expect(said({ complete: false, read: 8, stale: 1, unread: 2 })).toBe("partial: 2 of 11 sources unread, so what is shown is partial. 1 more out of date."));
test("out of date", () => expect(said({ complete: false, read: 7, stale: 4 })).toBe("stale: 4 of 11 sources out of date. Their keys are shown as last read."));
test("no source at all is not complete", () =>
  expect(said({ sources: 0, read: 0, held: 0, claimed: 0 })).toBe("complete: No sources, so there is nothing to read."));
test("nothing read", () => expect(said({ complete: false, sources: 3, read: 0, unread: 3 })).toMatch(/^unread: None of the 3 sources/));
test("a live question that nobody answered says nothing of readings", () => {
  const { lead } = coverageWords({ ...WHOLE, complete: false, sources: 3, read: 0, unread: 3 }, t, true);
  expect(lead).toBe("None of the 3 sources answered");
});
test("regions that nobody reads limit the claim", () =>
  expect(said({ unlisted: [{ account: "a", region: "eu-west-1" }] })).toMatch(/Complete for the configured regions/));
test("a count that does not match is no complete list", () =>
  expect(said({ complete: false, claimed: 1320 })).toMatch(/^partial: The counts do not match · 1,318 keys held, 1,320 claimed/));
