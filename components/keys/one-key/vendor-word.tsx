"use client";
import { LANGUAGE_TAGS } from "#lib/words/languages.ts";
import type { VendorTerm } from "#lib/model/vendor-terms.ts";

/**
 * The vendor's own Chinese term beside our word, for whoever stands before its console or writes to its support, in whichever language they read here;
 * nothing where it is the word itself. `word`: what stands beside it.
 */
export function VendorWord({ term, word }: { term: VendorTerm | null | undefined; word: string | null }) {
  if (!term || term.zh === word) return null;
  return (
    <span lang={LANGUAGE_TAGS.zh} className="text-second text-ink-3">
      {term.zh}
    </span>
  );
}
