"use client";
import { useLanguage, useWords } from "./words.tsx";

/**
 * What the server says, which is English. Where the catalogue has the key `word` for it, that is said on the pages of another language; else the words are
 * marked as English, for the right voice and the right breaks.
 */
export function ServerWords({ text, word = "" }: { text: string; word?: string }) {
  const words = useServerWords()(word, text);
  return useLanguage() === "en" || words !== text ? words : <span lang="en">{text}</span>;
}

/** The words of an error that was thrown at the page; those of our API carry a code. */
export function ErrorWords({ error }: { error: Error & { code?: unknown } }) {
  return <ServerWords text={error.message} word={`problem.${error.code}`} />;
}

/** The page's own words where it is not English and the catalogue knows the key; else the server's. */
export function useServerWords(): (key: string, text: string) => string {
  const language = useLanguage();
  const t = useWords();
  return (key, text) => (language !== "en" && t.knows(key) ? t(key) : text);
}
