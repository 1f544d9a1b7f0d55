import { cookies, headers } from "next/headers";
import { compileWords, type CompiledWords } from "#lib/words/compile-words.ts";
import type { WordKey } from "#lib/words/en/index.ts";
import { type Language, pickLanguage } from "#lib/words/languages.ts";
import { makeTranslate, type Translate } from "#lib/words/translate.ts";

/** The reader's language: their choice, kept in a cookie, else what their browser asks for. */
export async function readLanguage(): Promise<Language> {
  const [jar, asked] = await Promise.all([cookies(), headers()]);
  return pickLanguage(jar.get("keyatlas-language")?.value, asked.get("accept-language"));
}

/** The title of a page. */
export async function pageTitle(key: WordKey): Promise<{ title: string }> {
  return { title: (await readWords()).t(key) };
}

/** For server components; client components have `useWords`. */
export async function readWords(): Promise<{ language: Language; words: CompiledWords; t: Translate }> {
  const language = await readLanguage();
  const words = compileWords(language);
  return { language, words, t: makeTranslate(language, words) };
}
