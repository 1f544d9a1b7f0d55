import { expect, test } from "vitest";
import { facetOptions } from "./facet-options.ts";
import { keyView } from "./key-view.ts";

const names = { label: (_field: string, value: string) => (value === "w9c4qc8wfn2v" ? "Core, infra" : value), isDark: () => false };
const counts = [{ value: "w9c4qc8wfn2v", count: 86 }];

test.each(["w9c4qc8wfn2v", "Core\\, infra"])("an account that the filter calls %s is one ticked value, and unticking it clears the filter", (account) => {
  const view = keyView(new URLSearchParams({ account }).toString());
  expect(facetOptions(view, "account", counts, names, false)).toMatchObject([{ label: "Core, infra", count: 86, mark: "on", href: "/keys" }]);
});
