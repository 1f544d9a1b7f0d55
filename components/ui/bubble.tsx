"use client";
import { useEffect, useRef } from "react";
import type { ReactNode, RefObject } from "react";

/** Between the bubble and its button, and between it and the edge of the window; px. */
const GAP = 6;
const EDGE = 8;

/** What came of a click, above its button for a moment: in the top layer, so that nothing that scrolls cuts it off. It is read out elsewhere. */
export function Bubble({ anchor, isBad, children }: { anchor: RefObject<HTMLElement | null>; isBad: boolean; children: ReactNode }) {
  const bubble = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = bubble.current;
    const button = anchor.current?.getBoundingClientRect();
    if (!element || !button) return;
    element.showPopover();
    const { offsetWidth: width, offsetHeight: height } = element;
    const left = button.left + (button.width - width) / 2;
    element.style.left = `${Math.max(EDGE, Math.min(left, window.innerWidth - width - EDGE))}px`;
    const above = button.top - GAP - height;
    element.style.top = `${above >= EDGE ? above : button.bottom + GAP}px`;
  }, [anchor]);
  return (
    <span
      ref={bubble}
      popover="manual"
      aria-hidden="true"
      className={`pointer-events-none fixed inset-auto m-0 max-w-[calc(100vw-16px)] rounded-control border bg-raised px-2.5 py-1 font-sans text-hint tracking-normal break-words shadow-float print-hide ${isBad ? "border-danger text-danger" : "border-line-strong text-ink"}`}
    >
      {children}
    </span>
  );
}
