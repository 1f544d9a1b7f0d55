import { expect, test } from "vitest";
import type { KeyRow } from "../../model/key.ts";
import { NO_KEY } from "../../model/no-key.ts";
import { changesOf } from "./changes-of.ts";

const between = (before: Partial<KeyRow>, after: Partial<KeyRow>) =>
  changesOf({ ...NO_KEY, ...before }, { ...NO_KEY, ...after }, "2026-01-01T00:00:00Z", () => "list-keys").map(({ field, before: was }) => [field, was]);

test("the first word on a fact that a migration added is no change, the next one is", () => {
  expect(between({ absent: { enterpriseProject: "pending" } }, { enterpriseProject: "a" })).toEqual([]);
  expect(between({ absent: { enterpriseProject: "pending" } }, { absent: { enterpriseProject: "unreported" } })).toEqual([]);
  expect(between({ enterpriseProject: "a" }, { enterpriseProject: "b" })).toEqual([["enterpriseProject", { value: "a" }]]);
  expect(between({ absent: { enterpriseProject: "denied" } }, { enterpriseProject: "b" })).toEqual([["enterpriseProject", { absent: "denied" }]]);
  expect(between({ absent: { rotation: "pending" } }, { rotation: "on" })).toEqual([["rotation", { absent: "pending" }]]);
});
