import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Scope } from "../../model/scope.ts";
import { CLOUDS } from "../../model/vocabulary.ts";
import { parseStrict } from "../../query/parse-key-query.ts";
import { arbitraryRows } from "../../query/testing/arbitrary-row.ts";
import { database } from "../database.ts";
import { bumpRevision } from "../revision.ts";
import { keys } from "../schema.ts";
import { useTestDatabase } from "../test-database.ts";
import type { KeyIndex } from "./key-index.ts";
import { rememberedKeyIndex } from "./remembered-key-index.ts";
import { sqlKeyIndex } from "./sql-key-index.ts";
import { saveWorld } from "./testing/save-world.ts";

const everyone: Scope = { actor: { kind: "system", id: "t", name: "test" }, role: "owner", groups: "all" };
const rows =
  fc.sample(
    arbitraryRows({ minLength: 40, maxLength: 40 }).map((all) => all.map((row) => ({ ...row, cloud: CLOUDS[0] }))),
    { seed: 7, numRuns: 1 },
  )[0] ?? [];
const NOON = new Date("2026-11-22T12:00:00Z");
const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

describe("the remembered index", () => {
  useTestDatabase();
  let scans = 0;
  const counting: KeyIndex = {
    ...sqlKeyIndex,
    page: (...asked) => {
      scans += 1;
      return sqlKeyIndex.page(...asked);
    },
  };
  let index = rememberedKeyIndex(counting);
  beforeEach(async () => {
    scans = 0;
    index = rememberedKeyIndex(counting);
    await saveWorld(rows);
    await bumpRevision(database());
  });

  it("asks once in a revision, answers as the index does, and is of the moment of the question", async () => {
    const query = parseStrict("facets=state,account&size=25");
    const [first, second] = await Promise.all([index.page(everyone, query, NOON), index.page(everyone, query, NOON)]);
    const third = await index.page(everyone, { ...query, key: "000000000000" }, later(86_400));
    expect(scans).toBe(1);
    expect(second).toEqual(first);
    expect(third).toEqual({ ...first, asOf: later(86_400) });
    // The cursor keeps the moment of the first question, which no bound of this query looks at.
    expect(third).toEqual({ ...(await sqlKeyIndex.page(everyone, query, later(86_400))), next: first.next });
  });

  it("asks again after a change, for other groups and for another query", async () => {
    const query = parseStrict("presence=any");
    expect((await index.page(everyone, query, NOON)).total).toBe(rows.length);
    await database().delete(keys);
    await bumpRevision(database());
    expect((await index.page(everyone, query, NOON)).total).toBe(0);
    await index.page({ ...everyone, groups: [] }, query, NOON);
    await index.page({ ...everyone, groups: ["eu", "payments"] }, query, NOON);
    await index.page({ ...everyone, groups: ["payments", "eu"] }, query, NOON);
    expect(scans).toBe(4);
    await index.page(everyone, parseStrict("presence=gone"), NOON);
    expect(scans).toBe(5);
  });

  it("asks again in the next minute where a bound moves, and says of when the answer is", async () => {
    const query = parseStrict("created=-3d..");
    await index.page(everyone, query, NOON);
    expect((await index.page(everyone, query, later(59))).asOf).toEqual(NOON);
    expect(scans).toBe(1);
    expect(await index.page(everyone, query, later(61))).toEqual(await sqlKeyIndex.page(everyone, query, later(61)));
    expect(scans).toBe(2);
  });

  it("remembers no failure", async () => {
    let fails = true;
    const failing = rememberedKeyIndex({ ...sqlKeyIndex, page: (...asked) => (fails ? Promise.reject(new Error("no")) : sqlKeyIndex.page(...asked)) });
    await expect(failing.page(everyone, parseStrict(""), NOON)).rejects.toThrow("no");
    fails = false;
    expect((await failing.page(everyone, parseStrict(""), NOON)).total).toBe(rows.filter(({ presence }) => presence !== "gone").length);
  });
});
