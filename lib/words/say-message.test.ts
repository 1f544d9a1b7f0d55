import { setupI18n } from "@lingui/core";
import { describe, expect, it } from "vitest";
import { type CompiledWords, compileWords } from "./compile-words.ts";
import type { WordKey } from "./en/index.ts";
import { LANGUAGE_TAGS } from "./languages.ts";
import { makeTranslate } from "./translate.ts";

const COUNTS = [0, 1, 2, 5, 11, 21, 1042];

/** Every name that a message could ask for, with the same value: whatever it takes is there. */
function valuesOf(words: CompiledWords, value: string | number) {
  const names = [...JSON.stringify(Object.values(words)).matchAll(/\["(\w+)"[,\]]/g)].map(([, name = ""]) => name);
  return Object.fromEntries(names.map((name) => [name, value]));
}

describe("our few lines say what the library's runtime says", () => {
  for (const language of ["en", "zh", "pseudo"] as const) {
    it(`for every word of ${language}, with every kind of number`, () => {
      const words = compileWords(language);
      const tag = LANGUAGE_TAGS[language];
      const library = setupI18n({ locale: tag, messages: { [tag]: words } });
      const t = makeTranslate(language, words);
      for (const count of COUNTS) {
        const values = valuesOf(words, count);
        for (const key of Object.keys(words) as WordKey[]) expect(t(key, values), key).toBe(library._(key, values));
      }
    });
  }
});

it("leaves out nothing that a text holds: backslashes and signs of the format are only text in a value", () => {
  const t = makeTranslate("en", compileWords("en"));
  expect(t("account.saved.name", { name: "\\u0041 {x} # '" })).toBe("Saved \\u0041 {x} # '");
  expect(t.knows("value.constructor")).toBe(false);
  expect(t.knows("value.enabled")).toBe(true);
});
