"use client";
import { createContext, useContext, useMemo } from "react";
import type { ReactNode } from "react";
import type { CompiledWords } from "#lib/words/compile-words.ts";
import type { Language } from "#lib/words/languages.ts";
import { makeTranslate, type Translate } from "#lib/words/translate.ts";

const Words = createContext<Translate>((key) => key);

/** The words of the page's language, as the server compiled them: they come with the HTML and not as script. */
export function WordsProvider({ language, words, children }: { language: Language; words: CompiledWords; children: ReactNode }) {
  const translate = useMemo(() => makeTranslate(language, words), [language, words]);
  return <Words value={translate}>{children}</Words>;
}

export const useWords = (): Translate => useContext(Words);

/** A sentence in which `<b>…</b>` is emphasis. */
export function Sentence({ text, strong = "" }: { text: string; strong?: string }) {
  return text.split(/<b>(.*?)<\/b>/).map((part, i) =>
    i % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no identity but their place
      <b key={i} className={strong}>
        {part}
      </b>
    ) : (
      part
    ),
  );
}
