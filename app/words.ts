import { cookies } from "next/headers";
import { compileWords, type CompiledWords } from "#lib/words/compile-words.ts";
import { type Language, pickLanguage } from "#lib/words/languages.ts";
import { makeTranslate, type Translate } from "#lib/words/translate.ts";

/** The reader's language, from a cookie. */
export async function readLanguage(): Promise<Language> {
  const jar = await cookies();
  // Until every page is in the catalogue, a browser's wish alone would give half a page of each language.
  return pickLanguage(jar.get("keyatlas-language")?.value, null);
}

/** For server components and titles; client components have `useWords`. */
export async function readWords(): Promise<{ language: Language; words: CompiledWords; t: Translate }> {
  const language = await readLanguage();
  const words = compileWords(language);
  return { language, words, t: makeTranslate(language, words) };
}
