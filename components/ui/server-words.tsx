"use client";
import { useLanguage, useWords } from "./words.tsx";

/**
 * What the server says, which is English. Where the catalogue has a sentence for its code, that one is said on the pages of another language; else the
 * words are marked as English, for the right voice and the right breaks.
 */
export function ServerWords({ text, code = "" }: { text: string; code?: string }) {
  const said = useServerWords();
  const words = said(`problem.${code}`, text);
  return useLanguage() === "en" || words !== text ? words : <span lang="en">{text}</span>;
}

/** The words of an error that was thrown at the page; those of our API carry a code. */
export function ErrorWords({ error }: { error: Error & { code?: unknown } }) {
  return <ServerWords text={error.message} code={String(error.code)} />;
}

/** The page's own words where it is not English and the catalogue knows the key; else the server's. */
export function useServerWords(): (key: string, text: string) => string {
  const language = useLanguage();
  const t = useWords();
  return (key, text) => (language !== "en" && t.knows(key) ? t(key) : text);
}
