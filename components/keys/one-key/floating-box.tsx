"use client";
import { useEffect, useRef } from "react";
import type { ReactNode, RefObject } from "react";

/** Between the box and its button, and between it and the edge of the window; px. */
const GAP = 4;
const EDGE = 8;

interface FloatingBoxProps {
  id: string;
  label: string;
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  children: ReactNode;
}

/** A box above everything, beside the button that opened it: Escape, a link that is followed, a click elsewhere, scrolling or leaving it by Tab closes it. Mounted = open. */
export function FloatingBox({ id, label, anchor, onClose, children }: FloatingBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    const element = box.current;
    const button = anchor.current;
    if (!element || !button) return;
    element.showPopover();
    place(element, button);
    element.focus({ preventScroll: true });
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState !== "closed") return;
      if (document.activeElement === document.body) button.focus({ preventScroll: true });
      close.current();
    };
    const onScroll = ({ target }: Event) => {
      if (target instanceof Node && !element.contains(target)) element.hidePopover();
    };
    const onLeave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !element.contains(relatedTarget) && relatedTarget !== button) element.hidePopover();
    };
    const onFollow = ({ target }: Event) => {
      if (target instanceof Element && target.closest("a")) element.hidePopover();
    };
    element.addEventListener("click", onFollow);
    element.addEventListener("toggle", onToggle);
    element.addEventListener("focusout", onLeave);
    document.addEventListener("scroll", onScroll, true);
    return () => {
      element.removeEventListener("click", onFollow);
      element.removeEventListener("toggle", onToggle);
      element.removeEventListener("focusout", onLeave);
      document.removeEventListener("scroll", onScroll, true);
    };
  }, [anchor]);

  return (
    <div
      ref={box}
      id={id}
      popover="auto"
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className="quiet-scroll fixed inset-auto m-0 max-h-[min(420px,calc(100dvh-16px))] w-[288px] max-w-[calc(100vw-16px)] overflow-auto rounded-card border border-line-strong bg-raised p-3 text-left font-sans text-body tracking-normal whitespace-normal text-ink shadow-float outline-none"
    >
      {children}
    </div>
  );
}

/** Below the button, right edges in line; above it where there is no room below. */
function place(box: HTMLElement, button: HTMLElement): void {
  const { right, top, bottom } = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const left = Math.max(EDGE, Math.min(right - width, window.innerWidth - width - EDGE));
  const fits = bottom + GAP + height <= window.innerHeight - EDGE;
  box.style.left = `${left}px`;
  box.style.top = `${fits ? bottom + GAP : Math.max(EDGE, top - GAP - height)}px`;
}
