import { expect, test } from "vitest";
import type { Problem } from "#lib/model/problem.ts";
import type { SourceRow } from "#lib/model/source.ts";
import { speechOf } from "../ui/speech.test-data.ts";
import { problemGroups, tallyOf } from "./problem-groups.ts";

const source = (region: string, more: Partial<SourceRow>) => ({ account: { id: "a" }, region, project: null, state: "idle", ...more }) as SourceRow;
const problem = (region: string, more: Partial<Problem> = {}) => ({ account: "a", region, operation: "ListKeys", code: "c", ...more }) as Problem;

test("problems stand by what they cost, worst first", () => {
  const sources = [
    source("read", { outcome: "read" }),
    source("old", { outcome: "failed", lastReadAt: "2026-11-20T00:00:00Z" }),
    source("dark", { outcome: "failed", lastReadAt: null }),
    source("off", { outcome: "not-enabled" }),
  ];
  const groups = problemGroups(
    ["read", "off", "dark", "old", "elsewhere"].map((region) => problem(region)),
    sources,
  );
  expect(groups.map(({ kind, problems }) => [kind, ...problems.map(({ region }) => region)])).toEqual([
    ["unread", "dark", "elsewhere"],
    ["stale", "old"],
    ["off", "off"],
    ["gaps", "read"],
  ]);
});

test("only sources that were read and told a total are held against it", () => {
  const sources = [
    source("same", { outcome: "read", held: 3, claimed: 3 }),
    source("other", { outcome: "read", held: 3, claimed: 4 }),
    source("silent", { outcome: "read", held: 3, claimed: null }),
    source("failed", { outcome: "failed", held: 0, claimed: 9 }),
  ];
  expect(tallyOf(sources)).toEqual({ told: 2, differing: 1 });
  const { t } = speechOf("en");
  expect(t("coverage.tally", { told: 22, differing: 0 })).toBe("Of 22 sources the cloud told a total: all are the same as listed.");
  expect(t("coverage.tally", { told: 2, differing: 1 })).toBe("Of 2 sources the cloud told a total: 1 not the same as listed.");
});
