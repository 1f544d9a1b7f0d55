import { expect, test } from "vitest";
import { parseStrict } from "#lib/query/parse-key-query.ts";
import { columnsOf } from "./key-columns.ts";

const idsOf = (link: string) => columnsOf(parseStrict(link)).map(({ id }) => id);

test("a view shows what its filters and its order name, in a place that comes before the others", () => {
  expect(idsOf("expires=..90d")).toEqual([
    "keyId",
    "state",
    "account",
    "spec",
    "rotation",
    "expiresAt",
    "createdAt",
    "manager",
    "deletesAt",
    "lastRotatedAt",
    "description",
  ]);
  expect(idsOf("deletionProtection=off&sort=deletes").slice(5, 7)).toEqual(["deletesAt", "deletionProtection"]);
  expect(idsOf("state=disabled,pending-deletion")[5]).toBe("deletesAt");
  expect(idsOf("origin=imported").slice(5, 7)).toEqual(["origin", "expiresAt"]);
  expect(idsOf("state=!pending-deletion")).toEqual(idsOf(""));
});

test("columns keep their identity while the named fields stay the same", () => {
  expect(columnsOf(parseStrict("deletes=..7d&state=enabled"))).toBe(columnsOf(parseStrict("sort=-deletes")));
  expect(columnsOf(parseStrict("state=enabled"))).toBe(columnsOf(parseStrict("")));
});
