import { expect, test } from "vitest";
import { Refusal } from "#lib/model/refusal.ts";
import { OVERVIEW_QUERY } from "./overview-query.ts";

const read = (search: string) => OVERVIEW_QUERY.read(new URLSearchParams(search));
const fieldAtFault = (search: string) => {
  try {
    read(search);
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.field];
    throw error;
  }
  return null;
};

test("takes the filters of place, with their operators", () => {
  expect(read("cloud=huawei&account=~prod&region=!a,b&project=none").places.filters.map(({ field }) => field)).toEqual([
    "cloud",
    "account",
    "region",
    "project",
  ]);
  expect(OVERVIEW_QUERY.parameters.map(({ name }) => name)).toEqual(["cloud", "account", "region", "project", "zone"]);
});

test("takes the zone of the days by any of its names, else UTC", () => {
  expect([read("").zone, read("zone=Pacific/Kiritimati").zone]).toEqual(["UTC", "Pacific/Kiritimati"]);
  for (const wrong of ["zone=Mars/Base", "zone=", "zone=UTC&zone=UTC"]) expect(fieldAtFault(wrong)).toEqual(["invalid_query", "zone"]);
});

test.each(["state", "facets", "page", "live", "colour"])("refuses %s by name", (name) =>
  expect(fieldAtFault(`cloud=huawei&${name}=1`)).toEqual(["invalid_query", name]),
);

test.each(["cloud=moon", "region=", "account=a&account=b"])("is strict: %s", (search) => expect(fieldAtFault(search)?.[0]).toBe("invalid_query"));
