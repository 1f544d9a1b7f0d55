import type { CompiledWords } from "./compile-words.ts";
import type { WordKey } from "./en/index.ts";
import { type Language, LANGUAGE_TAGS } from "./languages.ts";
import { sayMessage, type Values } from "./say-message.ts";

export interface Translate {
  /** Says a word of the catalogue; `values` fill its places. */
  (key: WordKey, values?: Values): string;
  /** Whether the catalogue holds a key that was made of a value: clouds make up values of their own. */
  knows: (key: string) => key is WordKey;
}

export function makeTranslate(language: Language, words: CompiledWords): Translate {
  const tag = LANGUAGE_TAGS[language];
  const grammar = { number: new Intl.NumberFormat(tag), plural: new Intl.PluralRules(tag) };
  const translate = (key: WordKey, values: Values = {}) => sayMessage(words[key], values, grammar);
  return Object.assign(translate, { knows: (key: string): key is WordKey => Object.hasOwn(words, key) });
}
