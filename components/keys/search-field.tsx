"use client";
import { follow } from "#components/ui/follow.ts";
import { useWords } from "#components/ui/words.tsx";
import { useEffect, useRef, useState } from "react";
import { filterOf, withFilter, withoutFilter } from "#lib/query/edit-query.ts";
import type { KeyQuery } from "#lib/query/query.ts";
import type { KeyView } from "./key-view.ts";

/** How long typing rests before it is asked for; ms. */
const PAUSE_MS = 150;

/** The text that the field itself shows; a turned or longer search stands as a token instead. */
export function searchText(query: KeyQuery): string {
  const filter = filterOf(query, "q");
  const [value, more] = filter?.values ?? [];
  return filter && !filter.negated && !more && value?.kind === "text" ? value.text : "";
}

const searched = (query: KeyQuery, text: string): KeyQuery =>
  text === "" ? withoutFilter(query, "q") : withFilter(query, { field: "q", negated: false, match: "contains", values: [{ kind: "text", text }] });

/** Free text over alias, id, ARN, description and tags. The first letter makes a history entry, the rest replace it, so one Back undoes a search. */
export function SearchField({ view }: { view: KeyView }) {
  const t = useWords();
  const given = searchText(view.query);
  const [text, setText] = useState(given);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isTyping = useRef(false);
  const latest = useRef(view);
  latest.current = view;

  useEffect(() => {
    if (!timer.current) setText(given);
  }, [given]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function commit(next: string) {
    clearTimeout(timer.current);
    timer.current = undefined;
    const { query, href } = latest.current;
    const words = next.trim();
    if (words === searchText(query)) return;
    const target = href(searched(query, words));
    follow(target, { replace: isTyping.current });
    isTyping.current = true;
  }

  return (
    <input
      name="q"
      type="search"
      value={text}
      autoComplete="off"
      spellCheck={false}
      aria-label={t("search.label")}
      placeholder={t("search.hint")}
      onChange={(event) => {
        const next = event.target.value;
        setText(next);
        clearTimeout(timer.current);
        if ((event.nativeEvent as InputEvent).isComposing) return;
        timer.current = setTimeout(commit, next === "" ? 0 : PAUSE_MS, next);
      }}
      onCompositionEnd={(event) => commit(event.currentTarget.value)}
      onBlur={() => {
        isTyping.current = false;
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
        event.preventDefault();
        commit(text);
        isTyping.current = false;
      }}
      className="min-w-[180px] flex-1 bg-transparent pl-[3px] text-field outline-none [&::-webkit-search-cancel-button]:hidden print:placeholder-shown:hidden phone:h-full"
    />
  );
}
