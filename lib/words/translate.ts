import { setupI18n } from "@lingui/core";
import type { CompiledWords } from "./compile-words.ts";
import type { WordKey } from "./en/index.ts";
import { type Language, LANGUAGE_TAGS } from "./languages.ts";

export interface Translate {
  /** Says a word of the catalogue; `values` fill its places. */
  (key: WordKey, values?: Record<string, string | number>): string;
  /** Whether the catalogue holds a key that was made of a value: clouds make up values of their own. */
  knows: (key: string) => key is WordKey;
}

export function makeTranslate(language: Language, words: CompiledWords): Translate {
  const tag = LANGUAGE_TAGS[language];
  const i18n = setupI18n({ locale: tag, messages: { [tag]: words } });
  const translate = (key: WordKey, values?: Record<string, string | number>) => i18n._(key, values);
  return Object.assign(translate, { knows: (key: string): key is WordKey => Object.hasOwn(words, key) });
}
