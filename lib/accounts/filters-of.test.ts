import { expect, test } from "vitest";
import { FACT_FIELDS, type FactField } from "../model/key.ts";
import { filtersOf } from "./filters-of.ts";

test.each([
  [["tags"], ["q", "tag"]],
  [["aliases"], ["q", "alias"]],
  [
    ["rotation", "lastRotatedAt"],
    ["rotation", "rotated"],
  ],
  [["rotationIntervalDays"], []],
  [[], []],
])("without %j these filters cannot decide: %j", (columns, filters) => {
  expect(filtersOf(columns as FactField[])).toEqual(filters);
});

test("without any fact, what remains is what we always know", () => {
  const dark = filtersOf(FACT_FIELDS);
  for (const known of ["cloud", "account", "region", "project", "id", "presence"]) expect(dark).not.toContain(known);
  for (const fact of ["q", "state", "rotation", "deletes", "tag"]) expect(dark).toContain(fact);
});
