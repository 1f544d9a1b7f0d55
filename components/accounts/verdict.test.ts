import { expect, test } from "vitest";
import type { CheckedAction, CheckReport } from "#lib/model/account.ts";
import { sharedFailure } from "./shared-failure.ts";
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

test("a failure behind nearly all checks is said once; another one keeps its row", () => {
  const failed = (message: string, code = "Refused") => ({ ...action("denied", []), code, message });
  const [first, ...rest] = [failed("The secret is wrong."), ...Array.from({ length: 3 }, () => failed("It rests."))];
  expect(sharedFailure({ actions: [first, ...rest, action("allowed", [])], regions: [] })).toBe(rest[0]);
  expect(sharedFailure({ actions: [failed("Grant a."), failed("Grant b.")], regions: [] })).toBeNull();
  expect(sharedFailure({ actions: [...rest, failed("It rests.", "Other"), failed("Grant a.")], regions: [] })).toBeNull();
  expect(sharedFailure({ actions: [first], regions: [] })).toBeNull();
});

test("names each dark part once, and the regions that cannot be read", () => {
  const actions = [action("denied", ["tags"]), action("failed", ["tags", "alias"], ["policy"]), action("allowed", ["state"]), action("unavailable", ["spec"])];
  expect(darkParts({ actions, regions: [region("a", "failed"), region("b", "not-enabled")] })).toEqual({ parts: ["tags", "alias", "policy"], regions: ["a"] });
});
