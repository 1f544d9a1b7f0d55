import { describe, expect, test } from "vitest";
import { actionOf } from "./action-of.ts";

const QUIET = { altKey: false, ctrlKey: false, metaKey: false, isComposing: false, defaultPrevented: false };
const PAGE = { isTyping: false, inTable: false, isCovered: false, singleKeys: true };
const press = (key: string, more: Partial<typeof QUIET> = {}, where: Partial<typeof PAGE> = {}) => actionOf({ ...QUIET, key, ...more }, { ...PAGE, ...where });

describe("what a key means", () => {
  test("single keys work on the whole page", () => {
    expect(["j", "k", "n", "]", "p", "[", "/", "f", "?"].map((key) => press(key))).toEqual([
      "next",
      "previous",
      "page-next",
      "page-next",
      "page-previous",
      "page-previous",
      "search",
      "filter",
      "help",
    ]);
    expect(press("[", { altKey: true, ctrlKey: true })).toBe("page-previous");
  });

  test("arrows and their like only where the focus is in the table", () => {
    for (const key of ["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End", "PageDown", "PageUp"]) {
      expect(press(key)).toBeUndefined();
      expect(press(key, {}, { inTable: true })).toBeDefined();
      expect(press(key, {}, { inTable: true, singleKeys: false })).toBeDefined();
    }
  });

  test.each([
    ["while somebody types", {}, { isTyping: true }],
    ["under a dialog", {}, { isCovered: true }],
    ["with Ctrl", { ctrlKey: true }, {}],
    ["with Alt", { altKey: true }, {}],
    ["with Meta", { metaKey: true }, {}],
    ["while an input method composes", { isComposing: true }, {}],
    ["when somebody else took it", { defaultPrevented: true }, {}],
    ["when single keys are off", {}, { singleKeys: false }],
  ])("nothing %s", (_, more, where) => {
    for (const key of ["j", "k", "n", "p", "[", "/", "f", "?"]) expect(press(key, more, where)).toBeUndefined();
  });

  test("nothing for every other key, the names of an object's own included", () => {
    for (const key of ["x", "a", "Enter", "Escape", "Tab", " ", "constructor", "toString", "J"]) expect(press(key, {}, { inTable: true })).toBeUndefined();
  });
});
