"use client";
import { isCovered } from "#components/ui/is-covered.ts";
import { useEffect, useRef } from "react";
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

  // Steps that were pressed while the page was still drawing the one before: the addresses here are those of the key that is drawn.
  const waiting = useRef(0);

  useEffect(() => {
    const go = (step: number) => {
      const there = step < 0 ? previous : next;
      if (there) follow(there, { replace: true });
      return there !== null;
    };
    if (waiting.current !== 0 && !isBehind(keyRef)) {
      const step = Math.sign(waiting.current);
      waiting.current = go(step) ? waiting.current - step : 0;
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isElsewhere(event.target) || event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
      if (event.key === "Escape") {
        event.preventDefault();
        follow(closed);
        focusRow(keyRef);
        return;
      }
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!step || !isInBar(event.target, panel.current)) return;
      if (isBehind(keyRef)) waiting.current += step;
      else if (!go(step)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [panel, keyRef, closed, previous, next]);
}

/** The address names another key already. */
const isBehind = (keyRef: string): boolean => new URLSearchParams(window.location.search).get("key") !== keyRef;

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
