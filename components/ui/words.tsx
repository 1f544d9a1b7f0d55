"use client";
import { createContext, Fragment, useContext, useMemo } from "react";
import type { ReactNode } from "react";
import type { Times } from "#lib/model/times.ts";
import type { CompiledWords, WordsPart } from "#lib/words/compile-words.ts";
import type { Language } from "#lib/words/languages.ts";
import { makeTranslate, type Translate } from "#lib/words/translate.ts";
import { type Format, makeFormat } from "./make-format.ts";

interface Spoken {
  language: Language;
  words: WordsPart;
  t: Translate;
}

interface Written {
  format: Format;
  times: Times;
}

const Words = createContext<Spoken | null>(null);
const Formats = createContext<Written | null>(null);

/** The words of the page's language, as the server compiled them: they come with the HTML and not as script. */
export function WordsProvider({ language, words, children }: { language: Language; words: WordsPart; children: ReactNode }) {
  const spoken = useMemo(() => {
    // A page that lacks a word is one that forgot to bring it.
    const t = makeTranslate(language, words as CompiledWords);
    return { language, words, t };
  }, [language, words]);
  return <Words value={spoken}>{children}</Words>;
}

/** Adds words that not every page carries. */
export function MoreWords({ words, children }: { words: WordsPart; children: ReactNode }) {
  const { language, words: known } = useSpoken();
  const all = useMemo(() => ({ ...known, ...words }), [known, words]);
  return (
    <WordsProvider language={language} words={all}>
      {children}
    </WordsProvider>
  );
}

/** How the reader wants to see times, told by the server, so that the HTML is right from the start. */
export function TimesProvider({ times, children }: { times: Times; children: ReactNode }) {
  const { language, t } = useSpoken();
  const { zone, style, isLocal } = times;
  const written = useMemo(
    () => ({ times: { zone, style, isLocal }, format: makeFormat(language, t, { zone, style, isLocal }) }),
    [language, t, zone, style, isLocal],
  );
  return <Formats value={written}>{children}</Formats>;
}

function useWritten(): Written {
  const written = useContext(Formats);
  if (!written) throw new Error("nobody said how times are written in this part of the page");
  return written;
}

function useSpoken(): Spoken {
  const spoken = useContext(Words);
  if (!spoken) throw new Error("there are no words above this part of the page");
  return spoken;
}

export const useWords = (): Translate => useSpoken().t;
export const useFormat = (): Format => useWritten().format;
export const useTimes = (): Times => useWritten().times;
export const useLanguage = (): Language => useSpoken().language;

interface SentenceProps {
  text: string;
  /** The look of emphasis. */
  strong?: string;
  /** What stands in the places `<name/>`. */
  slots?: Record<string, ReactNode>;
}

/** A sentence in which `<b>…</b>` is emphasis and `<name/>` a place for a part of the page. */
export function Sentence({ text, strong, slots = {} }: SentenceProps) {
  return text.split(/(<b>.*?<\/b>|<\w+\/>)/).map((part, i) => {
    if (i % 2 === 0) return part;
    // Pieces of one text have no identity but their place.
    const key = `${i}`;
    if (!part.startsWith("<b>")) return <Fragment key={key}>{slots[part.slice(1, -2)]}</Fragment>;
    return (
      <b key={key} className={strong}>
        {part.slice(3, -4)}
      </b>
    );
  });
}
