import { describe, expect, test } from "vitest";
import type { Problem } from "#lib/model/problem.ts";
import type { SourceRow } from "#lib/model/source.ts";
import { filterOf } from "#lib/query/edit-query.ts";
import { parseStrict } from "#lib/query/parse-key-query.ts";
import { leaveOut, withLeftOut } from "./leave-out.ts";

const source = (account: string, region: string, outcome: SourceRow["outcome"], held: number) =>
  ({ account: { id: account, name: account }, region, outcome, held }) as SourceRow;
const problem = (account: string, region: string) => ({ account, region, operation: "ListKeys", code: "denied" }) as Problem;

describe("what hides the affected sources", () => {
  const sources = [source("a", "north", "failed", 0), source("a", "south", "read", 9), source("b", "north", "read", 2), source("b", "south", "read", 1)];

  test("takes the fewest healthy keys along", () => {
    expect(leaveOut([problem("a", "north")], sources)).toEqual({ field: "region", values: ["north"], alsoHides: 2 });
  });
  test("is the account, where that is less", () => {
    expect(leaveOut([problem("a", "north")], [...sources, source("c", "north", "read", 50)])).toEqual({ field: "account", values: ["a"], alsoHides: 9 });
  });
  test("is nothing, where single facts are missing", () => {
    expect(leaveOut([problem("b", "south")], sources)).toBeNull();
  });
});

test.each([
  ["", ["north"]],
  ["region=!south", ["south", "north"]],
  ["region=south", null],
  // "Contains none of eu" cannot be said beside "is not north": the link would show what the reader has left out.
  ["region=!~eu", null],
  ["region=!^eu", null],
])("beside %j leaves out %j", (search, values) => {
  const filter = withLeftOut({ field: "region", values: ["north"], alsoHides: 0 }, filterOf(parseStrict(search), "region"));
  expect(filter && [filter.negated, filter.match, filter.values.map((value) => value.kind === "text" && value.text)]).toEqual(
    values && [true, "equals", values],
  );
});
