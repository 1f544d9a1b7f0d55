import { expect, test } from "vitest";
import { takeTrial } from "./credential-trials.ts";
import type { Entry } from "./ledger.ts";
import { parseEntry } from "./parse-entry.ts";

const REFUSED = { code: "x", requestId: null, status: 401, advice: null };
const WHOLE: Entry[] = [
  {},
  { starts: [1, 2], holders: { a: { held: 1, wants: 2, until: 3 } }, restsUntil: 4 },
  { refusals: 2, last: REFUSED, trials: { a: { since: 1, until: 2 } } },
];
const BROKEN: unknown[] = [
  null,
  7,
  "x",
  [],
  { starts: { "0": 1 }, holders: [] },
  { starts: ["1"] },
  { holders: [] },
  { restsUntil: "soon" },
  { refusals: "2" },
];

test("an entry is taken as it was kept", () => {
  for (const entry of WHOLE) expect(parseEntry("place|a|b", entry)).toBe(entry);
});

test.each(BROKEN)("a budget of another shape (%j) counts as new", (kept) => {
  expect(parseEntry("place|a|b", kept)).toEqual({});
});

test.each([...BROKEN, { refusals: 3 }])("a credential's entry of another shape (%j) lets no call out", (kept) => {
  expect(takeTrial(parseEntry("refused|a", kept), { id: "t", probeMs: 1 }, 0).value).toMatchObject({ may: "not", last: { code: "ledger_unreadable" } });
});
