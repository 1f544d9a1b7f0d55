import { expect, test } from "vitest";
import { parseStrict } from "#lib/query/parse-key-query.ts";
import { tableMembers } from "./table-members.ts";

const QUERY = parseStrict("");

test("the key first, then what somebody chose, in that order", () => {
  expect(tableMembers(["tags", "state", "arn"], QUERY)).toEqual(["alias", "keyId", "tags", "state", "arn"]);
  expect(tableMembers(["keyId", "region", "account"], QUERY)).toEqual(["alias", "keyId", "region", "account"]);
});

test("what stands on the second line of a cell comes with it", () => {
  expect(tableMembers(["spec", "account"], QUERY)).toEqual(["alias", "keyId", "spec", "usage", "account", "region"]);
  expect(tableMembers(["usage", "spec"], QUERY)).toEqual(["alias", "keyId", "usage", "spec"]);
});

test("where nothing was chosen, what the table shows for this query", () => {
  expect(tableMembers(null, QUERY).slice(0, 7)).toEqual(["alias", "keyId", "state", "account", "region", "spec", "usage"]);
  expect(tableMembers(null, QUERY)).not.toContain("expiresAt");
  expect(tableMembers(null, parseStrict("expires=..30d"))).toContain("expiresAt");
});
