import { describe, expect, it } from "vitest";
import { formatFilter } from "#lib/query/format-value.ts";
import { parseStrict } from "#lib/query/parse-key-query.ts";
import { speechOf } from "../../ui/speech.test-data.ts";
import { SAMPLE_KEY } from "../sample-key.test-data.ts";
import { valueWords } from "../words.ts";
import type { Offer } from "./choices-of.ts";
import { deedOf, type Deed, type Step, suggest } from "./suggest.ts";

function offerIn(language: "en" | "zh" = "en") {
  const { t, format } = speechOf(language);
  const names = { label: (field: Parameters<typeof valueWords>[0], value: string) => valueWords(field, value, t), isDark: () => false };
  const facets = {
    state: [
      { value: "disabled", count: 41 },
      { value: "enabled", count: 812 },
    ],
    rotation: [{ value: "denied", count: 7 }],
    region: [{ value: "eu-west-101", count: 9 }],
  };
  const offer: Offer = { facets, rows: [], names, isPartial: false, t };
  return { offer, speech: { t, format, name: (id: string) => id } };
}

function offered(step: Step | null, text: string, search = "", language: "en" | "zh" = "en") {
  const { offer, speech } = offerIn(language);
  return suggest(step, text, offer, parseStrict(search), speech);
}
const labels = (...given: Parameters<typeof offered>) => offered(...given).map(({ label }) => label);
const written = (deed: Deed | null) => (deed?.kind === "filter" ? `${deed.filter.field}=${formatFilter(deed.filter)}` : null);
const entered = (step: Step | null, text: string) => written(deedOf(step, text, offerIn().offer, "UTC"));

describe("suggestions", () => {
  it("begin with the properties, in the reader's language", () => {
    expect(labels(null, "")).toContain("Deletion protection");
    expect(labels(null, "", "", "zh")).toContain("删除保护");
  });

  it("offer the search, then properties that begin so, then values of any property with their counts", () => {
    const found = offered(null, "disa");
    expect(found[0]).toMatchObject({ group: "text", label: "Text contains “disa”" });
    expect(found.at(-1)).toMatchObject({ group: "values", before: "State", label: "Disabled", count: 41 });
    expect(labels(null, "rot")).toEqual(["Text contains “rot”", "Rotation", "Rotated", "Protection", "Deletion protection"]);
  });

  it("lead from a property over its operators to its values, counted ones first", () => {
    expect(labels({ field: "state", operator: null }, "").slice(0, 2)).toEqual(["is any of", "is none of"]);
    expect(labels({ field: "state", operator: "not-is" }, "").slice(0, 2)).toEqual(["Disabled", "Enabled"]);
    expect(offered({ field: "state", operator: "not-is" }, "").map(({ deed }) => written(deed))).toContain("state=!disabled");
  });

  it("know absent reasons as values", () => {
    const rotation = offered({ field: "rotation", operator: "is" }, "deni");
    expect(rotation.map(({ deed }) => written(deed))).toEqual(["rotation=denied"]);
  });

  it("offer a tag's absence beside the tag", () => {
    const { offer, speech } = offerIn();
    const rows = [{ ...SAMPLE_KEY, tags: { owner: "finance" } }];
    const tags = suggest({ field: "tag", operator: null }, "owner", { ...offer, rows }, parseStrict(""), speech);
    expect(tags.map(({ deed }) => written(deed))).toEqual(["tag=owner", "tag=!owner", "tag=owner:finance"]);
  });

  it("write a tag as the cloud does, whatever the address escapes", () => {
    const { offer, speech } = offerIn();
    const rows = [{ ...SAMPLE_KEY, tags: { "cost:centre": "CC-121" } }];
    const tags = suggest({ field: "tag", operator: "is" }, "", { ...offer, rows }, parseStrict(""), speech).slice(0, 2);
    expect(tags.map(({ label }) => label)).toEqual(["cost:centre", "cost:centre:CC-121"]);
    expect(tags.map(({ deed }) => written(deed))).toEqual(["tag=cost\\:centre", "tag=cost\\:centre:CC-121"]);
  });

  it("give a moment only reasons to be missing", () => {
    expect(labels({ field: "deletes", operator: "is" }, "")).toEqual(["Not applicable", "Unreported", "Denied", "Failed", "Not read yet"]);
  });

  it("leave out what the view already says", () => {
    expect(labels({ field: "state", operator: "is" }, "nab", "state=disabled")).toEqual(["Enabled"]);
  });

  it("offer spans for times, and whatever span is written", () => {
    expect(offered({ field: "deletes", operator: "within" }, "").map(({ deed }) => written(deed))).toContain("deletes=..7d");
    expect(offered({ field: "created", operator: "last" }, "3 weeks").map(({ deed }) => written(deed))).toEqual(["created=-3w.."]);
  });
});

it.each([
  [null, "payments", "q=payments"],
  [null, "state:disabled", "state=disabled"],
  [null, "State = Pending deletion", "state=pending-deletion"],
  [null, "-tag:owner", "tag=!owner"],
  [null, "created: -30d..", "created=-30d.."],
  [null, "a:b", "q=a:b"],
  [{ field: "state", operator: null }, "Disabled", "state=disabled"],
  [{ field: "alias", operator: "starts-with" }, "prod,eu", "alias=^prod\\,eu"],
  [{ field: "tag", operator: "not-is" }, "owner", "tag=!owner"],
  [{ field: "tag", operator: "is" }, "env:prod, eu", "tag=env:prod\\, eu"],
  [{ field: "expires", operator: "within" }, "12 h", "expires=..12h"],
  [{ field: "created", operator: "before" }, "2026-03-01", "created=..2026-02-28"],
  [{ field: "created", operator: "last" }, "0", null],
  [{ field: "rotation", operator: "is" }, "sometimes", null],
  [{ field: "rotation", operator: "is" }, "Empty", "rotation=none"],
] as const)("Enter after %o and %s says %s", (step, text, filter) => expect(entered(step, text)).toBe(filter));
