"use client";
import { type RefObject, useEffect, useRef } from "react";
import { isIdentifier, readList } from "./as-identifier.ts";

interface FieldKeys {
  isOpen: boolean;
  count: number;
  active: number;
  /** -1 is the text itself. */
  move: (to: number) => void;
  commit: () => void;
  /** False when there was nothing to close. */
  close: () => boolean;
  erase: () => void;
  open: () => void;
  leave: () => void;
  pasteMany: (text: string) => void;
  /** True when it looks for a key of this name. */
  pasteOne: (text: string) => boolean;
  /** A text that may be an alias: it stays in the field, whatever comes of it. */
  pasteWord: (text: string) => void;
}

/** The keys of a combobox with a list (ARIA APG), on a field that was there before its list was loaded. */
export function useFieldKeys(input: RefObject<HTMLInputElement | null>, given: FieldKeys): void {
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });

  useEffect(() => {
    const field = input.current;
    if (!field) return;
    const ends = new AbortController();
    const on = <E extends keyof HTMLElementEventMap>(name: E, heed: (event: HTMLElementEventMap[E]) => void) =>
      field.addEventListener(name, heed, { signal: ends.signal });
    on("keydown", (event) => {
      // Enter that ends a composition is the input method's; Safari sends it after its end, as key 229.
      if (event.isComposing || event.keyCode === 229 || event.altKey || event.ctrlKey || event.metaKey) return;
      if (answerKey(event, field, latest.current)) event.preventDefault();
    });
    on("paste", (event) => {
      const text = event.clipboardData?.getData("text") ?? "";
      const items = readList(text);
      const isMany = items.length > 1 && (text.includes("\n") || items.every(isIdentifier));
      if (isMany) latest.current.pasteMany(items.join("\n"));
      const only = items.length === 1 && field.value === "" ? items[0] : undefined;
      if (isMany || (only && latest.current.pasteOne(only))) event.preventDefault();
      else if (only) latest.current.pasteWord(only);
    });
    on("focus", () => latest.current.open());
    on("click", () => latest.current.open());
    on("blur", () => latest.current.leave());
    return () => ends.abort();
  }, [input]);
}

/** True for a key that was understood. */
function answerKey(event: KeyboardEvent, field: HTMLInputElement, { isOpen, count, active, move, commit, close, erase }: FieldKeys): boolean {
  switch (event.key) {
    case "ArrowDown":
      move(active + 1 < count ? active + 1 : -1);
      return true;
    case "ArrowUp":
      move(active >= 0 ? active - 1 : count - 1);
      return true;
    case "Enter":
      commit();
      return true;
    case "Escape":
      if (!close()) return false;
      event.stopPropagation();
      return true;
    case "Backspace":
      if (field.value !== "" || event.repeat) return false;
      erase();
      return true;
    case "PageDown":
    case "PageUp":
      if (!isOpen || count === 0) return false;
      move(event.key === "PageDown" ? Math.min(count - 1, active + 8) : Math.max(0, active - 8));
      return true;
    default:
      return false;
  }
}
