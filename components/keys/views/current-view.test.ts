import { describe, expect, test } from "vitest";
import type { SavedView } from "#lib/model/view.ts";
import { currentView } from "./current-view.ts";
import { allKeysHref, sharedOf, startHref, viewHref } from "./view-query.ts";

const made = (id: string, query: string, more: Partial<SavedView> = {}): SavedView => ({
  id,
  name: id,
  query,
  columns: null,
  isShared: false,
  isDefault: false,
  isBuiltIn: false,
  owner: { id: "ada", name: "Ada" },
  createdAt: null,
  updatedAt: null,
  ...more,
});
const VIEWS = [
  made("gone", "presence=gone", { isBuiltIn: true, owner: null }),
  made("hers", "rotation=off&size=100", { owner: { id: "bob", name: "Bob" } }),
  made("mine", "rotation=off"),
];
const at = (shared: string, baseId: string | null = null, pickedId: string | null = null) => {
  const current = currentView(VIEWS, shared, { baseId, pickedId, viewerId: "ada" });
  return current && [current.view.id, current.isEdited];
};

describe("the view that the reader is in", () => {
  test("is the one that says what the address says, one's own before others", () => {
    expect(at("presence=gone")).toEqual(["gone", false]);
    expect(at("rotation=off")).toEqual(["mine", false]);
    expect(at("rotation=off", "hers")).toEqual(["hers", false]);
    expect(at("rotation=off", "mine", "hers")).toEqual(["hers", false]);
    expect(at("presence=gone", "gone", "hers")).toEqual(["gone", false]);
  });

  test("is still the one before while the address was changed, and none for all keys", () => {
    expect(at("presence=gone&sort=-created", "gone")).toEqual(["gone", true]);
    expect(at("state=disabled")).toBeNull();
    expect(at("state=disabled", "was deleted")).toBeNull();
    expect(at("", "gone")).toBeNull();
  });

  test("does not hang on how many keys a page holds", () => {
    expect(sharedOf("size=100&rotation=off&page=3")).toBe("rotation=off");
  });
});

describe("links", () => {
  test("to a view take the reader's number of keys a page, unless the view names its own", () => {
    expect(viewHref({ query: "rotation=off" }, null)).toBe("/keys?rotation=off");
    expect(viewHref({ query: "rotation=off" }, 200)).toBe("/keys?rotation=off&size=200");
    expect(viewHref({ query: "rotation=off&size=100" }, 25)).toBe("/keys?rotation=off&size=100");
    expect(viewHref({ query: "rotation=off" }, 50)).toBe("/keys?rotation=off");
  });

  test("/keys alone leads to the view to start with, which is never /keys alone again", () => {
    expect(startHref(VIEWS, null)).toBeNull();
    expect(startHref(VIEWS, 50)).toBeNull();
    expect(startHref(VIEWS, 100)).toBe("/keys?size=100");
    expect(startHref([made("mine", "rotation=off", { isDefault: true })], 100)).toBe("/keys?rotation=off&size=100");
    expect(startHref([made("all", "", { isDefault: true })], null)).toBe("/keys?page=1");
  });

  test("all keys have an address that says so where /keys alone leads elsewhere", () => {
    expect([allKeysHref(false, null), allKeysHref(true, null), allKeysHref(true, 25)]).toEqual(["/keys", "/keys?page=1", "/keys?size=25"]);
  });
});
