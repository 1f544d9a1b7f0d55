import { describe, expect, it } from "vitest";
import type { KeyDetail } from "#lib/model/key.ts";
import { formatKeyQuery } from "#lib/query/format-key-query.ts";
import { judge } from "#lib/query/judge.ts";
import { parseStrict } from "#lib/query/parse-key-query.ts";
import type { QueryField } from "#lib/query/fields.ts";
import { FACT_GROUPS } from "../fact-groups.tsx";
import { SAMPLE_KEY } from "../sample-key.test-data.ts";
import { askedValue, canLeaveOut, withOnly, withoutValue } from "./asked-value.ts";

const NOW = new Date("2026-11-22T15:00:00Z");
const ASKED: QueryField[] = ["state", "alias", ...FACT_GROUPS.flatMap(({ lines }) => lines.flatMap(({ asks = [] }) => [...asks]))];
const asked = (key: KeyDetail, field: QueryField, zone = "UTC") => {
  const value = askedValue(key, field, zone);
  if (!value) throw new Error(`nothing to ask by ${field}`);
  return value;
};

/** A description that would be a word of the grammar, a key that lacks most values, and one with all of them. */
const KEYS: KeyDetail[] = [
  SAMPLE_KEY,
  { ...SAMPLE_KEY, description: "none", alias: "!a,b\\", instance: "denied" },
  {
    ...SAMPLE_KEY,
    rotation: "off",
    project: null,
    expiresAt: "2027-01-02T23:30:00Z",
    lastRotatedAt: "2026-01-01T00:00:00Z",
    absent: { state: "failed" },
    state: null,
  },
];

describe("filters made of a key's values", () => {
  it("find the key that they were made of, and leave it out when they are turned", () => {
    for (const key of KEYS) {
      for (const field of ASKED) {
        for (const zone of ["UTC", "Pacific/Kiritimati", "Pacific/Midway"]) {
          const link = (to: typeof withOnly) => parseStrict(formatKeyQuery(to(parseStrict(""), field, asked(key, field, zone))));
          expect(judge(link(withOnly), key, NOW), `${field} only, in ${zone}`).toBe(true);
          expect(judge(link(withoutValue), key, NOW), `${field} without, in ${zone}`).toBe(false);
        }
      }
    }
  });

  it("stay in the view: other filters hold, the field's own is replaced, page 1 comes first", () => {
    const view = parseStrict("state=disabled&q=pay&page=3&key=3k9f2m8x7abc");
    expect(formatKeyQuery(withOnly(view, "state", asked(SAMPLE_KEY, "state")))).toBe("q=pay&state=enabled&key=3k9f2m8x7abc");
  });

  it("leave one value more out, or take it out of those that are asked for", () => {
    const without = (view: string) => formatKeyQuery(withoutValue(parseStrict(view), "spec", asked(SAMPLE_KEY, "spec")));
    expect(without("")).toBe("spec=!aes-256");
    expect(without("spec=!sm4")).toBe("spec=!aes-256,sm4");
    expect(without("spec=aes-256,sm4")).toBe("spec=sm4");
    expect(without("spec=aes-256")).toBe("spec=!aes-256");
    expect(without("spec=!aes-256")).toBe("spec=!aes-256");
  });

  it("leave nothing out where the field compares otherwise", () => {
    for (const view of ["", "region=north", "region=!north", "alias=~pay"]) expect(canLeaveOut(parseStrict(view), "region"), view).toBe(true);
    for (const view of ["region=~eu", "region=!~eu", "region=^eu"]) expect(canLeaveOut(parseStrict(view), "region"), view).toBe(false);
  });
});
