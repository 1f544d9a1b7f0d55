"use client";
import { isCovered } from "#components/ui/is-covered.ts";
import { useEffect } from "react";
import type { RefObject } from "react";
import { follow } from "#components/ui/follow.ts";

interface PanelKeys {
  panel: RefObject<HTMLElement | null>;
  keyRef: string;
  /** Addresses. */
  closed: string;
  previous: string | null;
  next: string | null;
  /** True when the reader opened the panel here. */
  takesFocus: boolean;
}

/** The keyboard of the panel: it takes the focus when it opens, up and down go through the result while it or its bar has it, Escape closes it. */
export function usePanelKeys({ panel, keyRef, closed, previous, next, takesFocus }: PanelKeys): void {
  useEffect(() => {
    if (takesFocus) panel.current?.focus({ preventScroll: true });
  }, [takesFocus, panel]);

  useEffect(() => {
    // Newer browsers answer with a promise, which would be taken for what cleans up.
    void document.getElementById(rowId(keyRef))?.closest("tr")?.scrollIntoView({ block: "nearest" });
  }, [keyRef]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isElsewhere(event.target) || event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
      if (event.key === "Escape") {
        event.preventDefault();
        follow(closed);
        focusRow(keyRef);
        return;
      }
      const there = { ArrowUp: previous, ArrowDown: next }[event.key];
      if (!there || !isInBar(event.target, panel.current)) return;
      event.preventDefault();
      follow(there, { replace: true });
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [panel, keyRef, closed, previous, next]);
}

const rowId = (ref: string) => `key-${ref}`;

/** In something that has a use of its own for these keys. */
function isElsewhere(target: EventTarget | null): boolean {
  if (isCovered()) return true;
  return target instanceof HTMLElement && target.closest("input:not([type='radio']), textarea, select") !== null;
}

/** The panel itself or its bar; below it the arrows scroll. */
const isInBar = (target: EventTarget | null, panel: HTMLElement | null): boolean =>
  panel !== null && target instanceof Node && (target === panel || panel.firstElementChild?.contains(target) === true);

/** The focus goes back to the row that opened the panel, once it is closed. */
export function focusRow(ref: string): void {
  requestAnimationFrame(() => document.getElementById(rowId(ref))?.focus());
}
