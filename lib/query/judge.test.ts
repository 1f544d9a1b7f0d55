import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACT_FIELDS, type KeyRow } from "../model/key.ts";
import { ABSENT_REASONS } from "../model/vocabulary.ts";
import { compareRows } from "./compare-rows.ts";
import { QUERY_FIELDS, ruleOf } from "./fields.ts";
import { judge, judgeFilter } from "./judge.ts";
import { parseStrict } from "./parse-key-query.ts";
import { arbitraryFilter, arbitraryQuery } from "./testing/arbitrary-query.ts";
import { arbitraryRow, arbitraryRows, NOW } from "./testing/arbitrary-row.ts";

const seed = { seed: 20_261_122, numRuns: 2000 };
const anyFilter = fc.constantFrom(...QUERY_FIELDS).chain(arbitraryFilter);
const [plain] = fc.sample(arbitraryRow(1), { seed: 1, numRuns: 1 }) as [KeyRow];
const row = (part: Partial<KeyRow>): KeyRow => ({ ...plain, presence: "present", absent: {}, ...part });
const ask = (link: string, part: Partial<KeyRow>) => judge(parseStrict(link), row(part), NOW);

describe("three answers", () => {
  it("negation turns yes into no, keeps undecided, and never turns 'does not apply' into yes", () => {
    fc.assert(
      fc.property(anyFilter, arbitraryRow(1), (filter, held) => {
        const [plainly, negated] = [judgeFilter({ ...filter, negated: false }, held, NOW), judgeFilter({ ...filter, negated: true }, held, NOW)];
        if (plainly === null) expect(negated).toBeNull();
        if (plainly === true) expect(negated).toBe(false);
        const { fact } = ruleOf(filter.field);
        const reason = fact && held.absent[fact];
        const never = (reason === "not-applicable" || reason === "unreported") && filter.values.some(({ kind }) => kind !== "absent");
        if (plainly === false && !never) expect(negated).toBe(true);
        if (plainly === false && never) expect(negated).toBe(false);
      }),
      seed,
    );
  });

  it("an absent reason asked for by name is always decided, and finds just those cells", () => {
    for (const field of QUERY_FIELDS) {
      const { fact } = ruleOf(field);
      if (!fact) continue;
      for (const asked of ABSENT_REASONS)
        for (const reason of ABSENT_REASONS) {
          const part = { [ruleOf(field).property]: null, aliases: null, absent: { [fact]: reason } };
          expect(ask(`${field}=${asked}`, part), `${field} ${asked} ${reason}`).toBe(asked === reason);
          expect(ask(`${field}=!${asked}`, part)).toBe(asked !== reason);
        }
    }
  });

  it("a row without any undecided cell is never undecided", () => {
    fc.assert(
      fc.property(arbitraryQuery, arbitraryRow(1), (query, held) => {
        const absent = Object.fromEntries(FACT_FIELDS.filter((field) => held.absent[field]).map((field) => [field, "not-applicable" as const]));
        expect(judge(query, { ...held, absent }, NOW)).not.toBeNull();
      }),
      seed,
    );
  });

  it.each([
    ["rotation=on", { rotation: null, absent: { rotation: "denied" } }, null],
    ["rotation=!on", { rotation: null, absent: { rotation: "failed" } }, null],
    ["rotation=!on", { rotation: null, absent: { rotation: "not-applicable" } }, false],
    ["rotation=on,not-applicable", { rotation: null, absent: { rotation: "not-applicable" } }, true],
    ["rotation=!on,denied", { rotation: null, absent: { rotation: "denied" } }, false],
    ["rotation=!on,denied", { rotation: null, absent: { rotation: "pending" } }, null],
    ["deletes=none", { deletesAt: null }, true],
    ["deletes=none", { deletesAt: null, absent: { deletesAt: "denied" } }, null],
    ["deletes=none", { deletesAt: null, absent: { deletesAt: "unreported" } }, false],
    ["deletes=..7d", { deletesAt: "2026-11-29T12:00:00.000Z" }, true],
    ["deletes=..7d", { deletesAt: "2026-11-29T12:00:00.001Z" }, false],
    ["created=2026-11-21", { createdAt: "2026-11-21T23:59:59.999Z" }, true],
    ["created=!2026-11-21..", { createdAt: "2026-11-20T23:59:59.999Z" }, true],
    ["alias=alias/prod", { alias: "prod", aliases: ["prod", "x"] }, true],
    ["alias=x", { alias: "alias/prod", aliases: ["alias/prod", "alias/x"] }, true],
    ["alias=^PR", { alias: "alias/prod", aliases: ["alias/prod"] }, true],
    ["alias=~alias", { alias: "alias/prod", aliases: ["alias/prod"] }, false],
    ["alias=prod", { alias: "prod", aliases: null, absent: { aliases: "failed" } }, true],
    ["alias=!prod", { alias: "dev", aliases: null, absent: { aliases: "failed" } }, null],
    ["alias=!prod", { alias: "dev", aliases: null, absent: { aliases: "unreported" } }, true],
    ["tag=!owner", { tags: {} }, true],
    ["tag=!owner", { tags: null, absent: { tags: "denied" } }, null],
    ["tag=env:", { tags: { env: "" } }, true],
    ["tag=~ENV:PR", { tags: { env: "prod" } }, true],
    ["tag=none", { tags: {} }, true],
    ["q=OWNER", { tags: { owner: "x" } }, true],
    ["q=nowhere", { alias: null, aliases: [], description: null, tags: null, absent: { tags: "denied" } }, null],
    ["q=nowhere", { alias: null, aliases: [], description: null, tags: {} }, false],
    ["account=Zürich\\, EU", { account: { id: "acc00000000b", name: "Zürich, EU" } }, true],
    ["account=~ZÜR", { account: { id: "acc00000000b", name: "Zürich, EU" } }, true],
    ["project=none", { project: null }, true],
    ["id=acs:kms:r-1:1:key/x", { arn: "acs:kms:r-1:1:key/x" }, true],
    ["", { presence: "gone" }, false],
    ["presence=gone", { presence: "gone" }, true],
    ["presence=any", { presence: "gone" }, true],
  ] as [string, Partial<KeyRow>, boolean | null][])("%s on %j is %s", (link, part, expected) => {
    expect(ask(link, part)).toBe(expected);
  });
});

describe("the order of rows", () => {
  it("is total: any order of arrival gives the same list, absent last both ways", () => {
    fc.assert(
      fc.property(arbitraryQuery, arbitraryRows({ minLength: 2, maxLength: 8 }), ({ sort }, rows) => {
        const sorted = rows.toSorted(compareRows(sort));
        expect(rows.toReversed().toSorted(compareRows(sort))).toEqual(sorted);
        const held = sorted.map((each) => each[ruleOf(sort.field).property] !== null);
        expect(held.indexOf(false) === -1 || !held.slice(held.indexOf(false)).includes(true)).toBe(true);
      }),
      { ...seed, numRuns: 500 },
    );
  });

  it("goes by code point, not by UTF-16 unit, and by lower case", () => {
    const rows = ["\u{1F600}", "\uFF21", "b", "A", "Z"].map((alias, n) => row({ alias, ref: `00000000000${n}` }));
    expect(rows.toSorted(compareRows({ field: "alias", descending: false })).map(({ alias }) => alias)).toEqual(["A", "b", "Z", "\uFF21", "\u{1F600}"]);
  });

  it("breaks ties by ref ascending in both directions", () => {
    const rows = ["2", "1", "3"].map((n) => row({ state: "enabled", ref: `00000000000${n}` }));
    for (const descending of [true, false])
      expect(rows.toSorted(compareRows({ field: "state", descending })).map(({ ref }) => ref.at(-1))).toEqual(["1", "2", "3"]);
  });
});
