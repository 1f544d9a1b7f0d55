import { expect, test } from "vitest";
import { ID_SHAPE } from "../model/new-id.ts";
import { BUILT_IN_VIEWS } from "./built-in-views.ts";
import { canonicalViewQuery } from "./canonical-view-query.ts";

test.each(BUILT_IN_VIEWS)("the built-in view $id parses and is canonical", ({ query }) => {
  expect(canonicalViewQuery(query)).toBe(query);
});

test("no built-in view is called or addressed as another, and no saved one can be", () => {
  for (const member of ["id", "name", "query"] as const) expect(new Set(BUILT_IN_VIEWS.map((view) => view[member])).size).toBe(BUILT_IN_VIEWS.length);
  for (const { id } of BUILT_IN_VIEWS) {
    expect(id).toMatch(/^[0-9a-z-]{1,40}$/);
    expect(id).not.toMatch(ID_SHAPE);
  }
});
