import { describe, expect, it } from "vitest";
import { namesValue, toggleValue, withFilter, withoutFilter, withoutFilters } from "./edit-query.ts";
import { facetValue } from "./facet-value.ts";
import { formatKeyQuery } from "./format-key-query.ts";
import { parseStrict } from "./parse-key-query.ts";
import { unknownWords } from "./unknown-words.ts";

describe("editing a view", () => {
  it("toggling a facet value twice gives the same link, and leads to page 1", () => {
    const start = parseStrict("state=enabled&page=3");
    const once = toggleValue(start, "state", facetValue("state", "disabled"));
    expect(formatKeyQuery(once)).toBe("state=disabled,enabled");
    expect(formatKeyQuery(toggleValue(once, "state", facetValue("state", "disabled")))).toBe("state=enabled");
    expect(formatKeyQuery(toggleValue(parseStrict("state=enabled"), "state", facetValue("state", "enabled")))).toBe("");
  });

  it("knows absent reasons and said-empty as facet values, and the default of presence", () => {
    expect(formatKeyQuery(toggleValue(parseStrict(""), "rotation", facetValue("rotation", "denied")))).toBe("rotation=denied");
    expect(formatKeyQuery(toggleValue(parseStrict(""), "project", facetValue("project", "none")))).toBe("project=none");
    expect(formatKeyQuery(toggleValue(parseStrict(""), "region", facetValue("region", "denied")))).toBe("region=denied");
    expect(formatKeyQuery(toggleValue(parseStrict(""), "presence", facetValue("presence", "gone")))).toBe("presence=gone,missing,present");
    expect(namesValue(parseStrict(""), "presence", facetValue("presence", "missing"))).toBe(true);
    expect(namesValue(parseStrict("state=!enabled"), "state", facetValue("state", "enabled"))).toBe(true);
  });

  it("replaces, removes and clears filters", () => {
    const start = parseStrict("q=x&state=enabled&sort=-created&key=abc");
    expect(formatKeyQuery(withFilter(start, { field: "state", negated: true, match: "equals", values: [{ kind: "any" }] }))).toBe(
      "q=x&state=!any&sort=-created&key=abc",
    );
    expect(formatKeyQuery(withoutFilter(start, "q"))).toBe("state=enabled&sort=-created&key=abc");
    expect(formatKeyQuery(withoutFilters(start))).toBe("sort=-created&key=abc");
  });

  it("names a word of an open field that is none of ours and occurs nowhere", () => {
    const faults = unknownWords(parseStrict("state=zombie,enabled,odd&spec=zombie"), () => ["odd"]);
    expect(faults.map(({ message }) => message)).toEqual(["state=zombie is no known state"]);
  });
});
