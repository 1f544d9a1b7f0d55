import { expect, it } from "vitest";
import { facetValue } from "#lib/query/facet-value.ts";
import { formatKeyQuery } from "#lib/query/format-key-query.ts";
import { parseStrict } from "#lib/query/parse-key-query.ts";
import { excludeValue, joinFilter, onlyValue } from "./join-filter.ts";

const joined = (view: string, added: string) => {
  const [filter] = parseStrict(added).filters;
  return filter && formatKeyQuery(joinFilter(parseStrict(view), filter));
};

it.each([
  ["state=disabled", "state=enabled", "state=disabled,enabled"],
  ["state=!disabled", "state=enabled", "state=enabled"],
  ["alias=~prod", "alias=~test", "alias=~prod,test"],
  ["alias=~prod", "alias=^test", "alias=^test"],
  ["q=one", "q=two", "q=two"],
  ["created=-7d..", "created=-30d..", "created=-30d.."],
  ["state=disabled", "spec=aes-256", "state=disabled&spec=aes-256"],
])("%s and %s is %s", (view, added, whole) => expect(joined(view, added)).toBe(whole));

it.each([
  ["", "state", "disabled", "state=!disabled"],
  ["state=!enabled", "state", "disabled", "state=!disabled,enabled"],
  ["state=disabled,enabled", "state", "disabled", "state=enabled"],
  ["state=disabled", "state", "disabled", "state=!disabled"],
  ["", "presence", "missing", "presence=present"],
  ["", "rotation", "denied", "rotation=!denied"],
] as const)("%s without %s %s is %s", (view, field, value, whole) => {
  expect(formatKeyQuery(excludeValue(parseStrict(view), field, facetValue(field, value)))).toBe(whole);
});

it("only one value takes the place of all others", () => {
  expect(formatKeyQuery(onlyValue(parseStrict("state=!enabled&page=3"), "state", facetValue("state", "disabled")))).toBe("state=disabled");
});
