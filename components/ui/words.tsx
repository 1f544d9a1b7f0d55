"use client";
import { createContext, Fragment, use, useContext, useMemo } from "react";
import type { ReactNode } from "react";
import type { Times } from "#lib/model/times.ts";
import type { Language } from "#lib/words/languages.ts";
import { makeTranslate, type Translate } from "#lib/words/translate.ts";
import held from "#server/ui/held-words.ts";
import { fetchWords } from "./fetch-words.ts";
import { type Format, makeFormat } from "./make-format.ts";

interface Spoken {
  language: Language;
  t: Translate;
}

interface Written {
  format: Format;
  times: Times;
}

const Words = createContext<Spoken | null>(null);
const Formats = createContext<Written | null>(null);

/** The words of the page's language: on the server they are at hand, in the browser they are fetched from `source` and kept, apart from every page. */
export function WordsProvider({ language, source, children }: { language: Language; source: string; children: ReactNode }) {
  const words = held ? held(language) : use(fetchWords(source));
  const spoken = useMemo(() => {
    const t = makeTranslate(language, words);
    return { language, t };
  }, [language, words]);
  return <Words value={spoken}>{children}</Words>;
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
