import { createHash } from "node:crypto";
import { type CompiledWords, compileWords } from "./compile-words.ts";
import { LANGUAGES, type Language } from "./languages.ts";

/** The words of a language as the browser fetches them; the address changes with them, so that it may keep them for ever. */
export interface WordsFile {
  path: string;
  json: string;
}

const memo = new Map<Language, WordsFile>();

export function wordsFile(language: Language): WordsFile {
  const known = memo.get(language);
  if (known) return known;
  const words: CompiledWords = compileWords(language);
  const json = JSON.stringify(words);
  const hash = createHash("sha256").update(json).digest("base64url").slice(0, 12);
  const file = { path: `/words/${language}.${hash}.json`, json };
  memo.set(language, file);
  return file;
}

/** The file that an address asks for, of this version or of another; null where it names no language. */
export function askedWords(name: string): { file: WordsFile; isThisVersion: boolean } | null {
  const language = [...LANGUAGES, "pseudo" as const].find((known) => name.startsWith(`${known}.`));
  if (!language) return null;
  const file = wordsFile(language);
  return { file, isThisVersion: file.path === `/words/${name}` };
}
