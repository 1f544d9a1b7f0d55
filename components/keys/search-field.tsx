"use client";
import { lazy, Suspense, useRef, useState } from "react";
import { useWords } from "#components/ui/words.tsx";
import type { KeysAnswer } from "#lib/model/answers.ts";
import type { FacetNames } from "./facet-options.ts";
import type { Editing } from "./filter-editor/editing.ts";
import type { KeyView } from "./key-view.ts";

const FilterWriter = lazy(() => import("./filter-editor/filter-writer.tsx").then((module) => ({ default: module.FilterWriter })));

interface SearchFieldProps {
  view: KeyView;
  answer: KeysAnswer | undefined;
  names: FacetNames;
  onEdit: (editing: Editing) => void;
}

/** Where filters are written and text is searched. What it offers is loaded when it is first used; without it, it is the search of a plain form. */
export function SearchField(given: SearchFieldProps) {
  const t = useWords();
  const [text, setText] = useState("");
  const [isAwake, setAwake] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  /** Enter came before what answers it. */
  const early = useRef(false);
  return (
    <>
      <Suspense>{isAwake && <FilterWriter {...given} input={input} early={early} text={text} setText={setText} />}</Suspense>
      <input
        ref={input}
        name="q"
        type="search"
        role="combobox"
        aria-expanded="false"
        aria-autocomplete="list"
        value={text}
        autoComplete="off"
        spellCheck={false}
        aria-label={t("search.label")}
        placeholder={t("search.hint")}
        onFocus={() => setAwake(true)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          early.current = true;
        }}
        onChange={(event) => setText(event.target.value)}
        className="min-w-[180px] flex-1 bg-transparent pl-[3px] text-field outline-none [&::-webkit-search-cancel-button]:hidden print:placeholder-shown:hidden phone:h-full phone:min-w-0"
      />
    </>
  );
}
