"use client";
import { lazy, Suspense } from "react";
import { useLanguage, useWords } from "./words.tsx";

/** Hundreds of sentences, of which a page shows one or two: they come when there is one. */
const SaidInChinese = lazy(() => import("./said-in-chinese.tsx"));

/**
 * What the server says, which is English. On a page of another language the catalogue's words for the key `word` take its place, more exactly the Chinese of the
 * sentence itself; what nobody translated is marked as English, for the right voice and the right breaks.
 */
export function ServerWords({ text, word = "" }: { text: string; word?: string }) {
  const language = useLanguage();
  const words = useServerWords()(word, text);
  if (language === "en") return text;
  // Notes of the clouds are words of the catalogue; of problems it holds the kinds only.
  if (words !== text && !word.startsWith("problem.")) return words;
  const known = words === text ? <span lang="en">{text}</span> : words;
  if (language !== "zh") return known;
  return (
    <Suspense fallback={known}>
      <SaidInChinese text={text}>{known}</SaidInChinese>
    </Suspense>
  );
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
