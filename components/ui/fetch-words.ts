import type { CompiledWords } from "#lib/words/compile-words.ts";

const asked = new Map<string, Promise<CompiledWords>>();

/** The words at an address, asked for once. The page begins to fetch them before any script runs: this takes that answer. */
export function fetchWords(path: string): Promise<CompiledWords> {
  const known = asked.get(path);
  if (known) return known;
  // One failure may be a connection that broke; without its words no page can be taken up.
  const words = read(path).catch(() => read(path));
  asked.set(path, words);
  return words;
}

async function read(path: string): Promise<CompiledWords> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`the words of the page could not be fetched: ${path} answered ${response.status}`);
  return (await response.json()) as CompiledWords;
}
