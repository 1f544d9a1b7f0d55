import { setupI18n } from "@lingui/core";
import type { CompiledWords } from "./compile-words.ts";
import type { WordKey } from "./en/index.ts";
import { type Language, LANGUAGE_TAGS } from "./languages.ts";

/** Says a word of the catalogue; `values` fill its places. */
export type Translate = (key: WordKey, values?: Record<string, string | number>) => string;

export function makeTranslate(language: Language, words: CompiledWords): Translate {
  const tag = LANGUAGE_TAGS[language];
  const i18n = setupI18n({ locale: tag, messages: { [tag]: words } });
  return (key, values) => i18n._(key, values);
}
