import { expect, test } from "vitest";
import type { CheckedAction, CheckReport } from "#lib/model/account.ts";
import { darkParts, verdictOf } from "./verdict.ts";

const action = (result: CheckedAction["result"], columns: string[], parts: CheckedAction["parts"] = []): CheckedAction => ({
  action: "kms:X",
  result,
  feeds: "",
  columns,
  filters: [],
  parts,
});
const region = (name: string, result: CheckReport["regions"][number]["result"]) => ({ region: name, result, claimed: null });

test("one region that is read makes it gaps, none makes it broken", () => {
  expect(verdictOf({ ok: true, regions: [] })).toBe("works");
  expect(verdictOf({ ok: false, regions: [region("a", "denied"), region("b", "read")] })).toBe("gaps");
  expect(verdictOf({ ok: false, regions: [region("a", "denied"), region("b", "not-enabled")] })).toBe("broken");
});

test("names each dark part once, and the regions that cannot be read", () => {
  const actions = [action("denied", ["tags"]), action("failed", ["tags", "alias"], ["policy"]), action("allowed", ["state"]), action("unavailable", ["spec"])];
  expect(darkParts({ actions, regions: [region("a", "failed"), region("b", "not-enabled")] })).toEqual({ parts: ["tags", "alias", "policy"], regions: ["a"] });
});
