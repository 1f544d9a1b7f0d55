import type { CompiledMessage } from "@lingui/message-utils/compileMessage";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { EN, type WordKey } from "./en/index.ts";
import type { Language } from "./languages.ts";
import { pseudoWord } from "./pseudo-word.ts";
import { ZH } from "./zh/index.ts";

/** The catalogue of one language with its messages taken apart: plain JSON, made on the server, so that no parser goes to the browser. */
export type CompiledWords = Record<WordKey, CompiledMessage>;

const memo = new Map<Language, CompiledWords>();

export function compileWords(language: Language): CompiledWords {
  const known = memo.get(language);
  if (known) return known;
  const entries = Object.entries(language === "zh" ? ZH : EN).map(([key, message]) => {
    const compiled = compileMessage(message);
    return [key, language === "pseudo" ? pseudoWord(compiled) : compiled];
  });
  const words = Object.fromEntries(entries) as CompiledWords;
  memo.set(language, words);
  return words;
}
