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

/** Words that only pages of their own say: those pages bring them, so that no other page carries them. */
const APART = /^(import|checks)\./;

export type WordsPart = Partial<CompiledWords>;

/** What every page carries, or what the pages with words of their own add to it. */
export function wordsOf(words: CompiledWords, part: "everywhere" | "apart"): WordsPart {
  return Object.fromEntries(Object.entries(words).filter(([key]) => APART.test(key) === (part === "apart")));
}
