"use client";
import { useEffect, useRef } from "react";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { Suggestion } from "./suggest.ts";

const GROUPS = {
  read: "suggest.read",
  text: "suggest.search",
  fields: "suggest.fields",
  operators: "suggest.operators",
  values: "suggest.values",
  keys: "suggest.keys",
  more: "suggest.more",
} as const;

interface SuggestionListProps {
  id: string;
  items: readonly Suggestion[];
  active: number;
  typed: string;
  /** Counts are lower bounds. */
  isPartial: boolean;
  /** The last row of the list, which cannot be chosen: looking, nothing fits, failed. */
  status: string | null;
  onChoose: (item: Suggestion) => void;
}

/** The list of a combobox: options in named groups, and a row for what happens. */
export function SuggestionList({ id, items, active, typed, isPartial, status, onChoose }: SuggestionListProps) {
  const t = useWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active >= 0) list.current?.querySelector(`[aria-selected="true"]`)?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const groups = [...new Set(items.map(({ group }) => group))];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the focus in the field
    <div
      className="absolute top-full left-0 z-30 mt-1 flex max-h-[min(420px,60vh)] w-[min(440px,100%)] flex-col overflow-hidden rounded-card border border-line bg-raised shadow-float print-hide"
      onMouseDown={(event) => event.preventDefault()}
    >
      <div ref={list} id={id} role="listbox" aria-label={t("suggest.list")} className="quiet-scroll min-h-0 overflow-auto py-1">
        {groups.map((group) => (
          <div
            key={group}
            role="group"
            aria-label={t(GROUPS[group])}
            className={`not-first:mt-1 not-first:border-t not-first:border-line not-first:pt-1 ${group === "more" ? "sticky -bottom-1 bg-raised pb-1" : ""}`}
          >
            {group !== "more" && (
              <p aria-hidden="true" className="px-3 pt-1 pb-0.5 text-hint text-ink-3">
                {t(GROUPS[group])}
              </p>
            )}
            {items.map(
              (item, at) =>
                item.group === group && (
                  <Option
                    key={item.key}
                    id={`${id}-${at}`}
                    item={item}
                    typed={typed}
                    isPartial={isPartial}
                    isActive={at === active}
                    onChoose={() => onChoose(item)}
                  />
                ),
            )}
          </div>
        ))}
        {status && (
          <div
            role="option"
            aria-disabled="true"
            aria-selected="false"
            tabIndex={-1}
            className="px-3 py-2 text-hint text-ink-2 not-first:border-t not-first:border-line"
          >
            {status}
          </div>
        )}
      </div>
      <p role="status" className="sr-only">
        {status}
      </p>
    </div>
  );
}

interface OptionProps {
  id: string;
  item: Suggestion;
  typed: string;
  isPartial: boolean;
  isActive: boolean;
  onChoose: () => void;
}

function Option({ id, item, typed, isPartial, isActive, onChoose }: OptionProps) {
  const format = useFormat();
  const { label, before, count, group } = item;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field answers the keys for all its options
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      onClick={onChoose}
      className={`flex min-h-7 cursor-pointer items-center gap-2 px-3 touch:min-h-11 ${isActive ? "bg-selected shadow-[inset_3px_0_0_var(--accent-fill)]" : "hover:bg-hover"}`}
    >
      <span className="min-w-0 flex-1 truncate" title={label}>
        {before && <span className="text-ink-3">{before} · </span>}
        <Marked text={label} typed={group === "text" || group === "read" ? "" : typed} />
      </span>
      {count !== null && count !== undefined && <span className="text-hint text-ink-3">{format.count(count, isPartial)}</span>}
    </div>
  );
}

/** The part that was typed stands out. */
function Marked({ text, typed }: { text: string; typed: string }) {
  const at = typed ? text.toLowerCase().indexOf(typed.toLowerCase()) : -1;
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <b>{text.slice(at, at + typed.length)}</b>
      {text.slice(at + typed.length)}
    </>
  );
}
