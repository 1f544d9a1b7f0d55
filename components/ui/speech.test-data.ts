import { compileWords } from "#lib/words/compile-words.ts";
import type { Times } from "#lib/model/times.ts";
import type { Language } from "#lib/words/languages.ts";
import { makeTranslate } from "#lib/words/translate.ts";
import { makeFormat } from "./make-format.ts";

/** How a page of this language speaks. */
export function speechOf(language: Language, times?: Times) {
  const t = makeTranslate(language, compileWords(language));
  return { t, format: makeFormat(language, t, times) };
}
