import { expect, test } from "vitest";
import { SAMPLE_KEY } from "./sample-key.test-data.ts";
import { liveDifferences } from "./live-differences.ts";

test("the same facts differ in nothing, in whatever order the tags come", () => {
  const live = { ...SAMPLE_KEY, tags: { owner: "payments", env: "prod" }, lastSeenAt: "2026-11-22T15:00:00Z" };
  expect(liveDifferences(SAMPLE_KEY, live)).toEqual([]);
});

test("another value and another reason are both differences", () => {
  const live = { ...SAMPLE_KEY, state: "disabled", rotation: "on" as const, absent: { deletionProtection: "unreported" as const } };
  expect(liveDifferences(SAMPLE_KEY, live)).toEqual(["state", "rotation"]);
});
