"use client";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useFormat } from "./words.tsx";

const ID = "time-tip";

/** The time that an element shows or, where it stands inside one that takes the focus (a link, the row of a table), that one's. */
const timeAt = (target: EventTarget | null, withFocus: boolean): HTMLTimeElement | null => {
  if (!(target instanceof Element)) return null;
  const own = target.closest<HTMLTimeElement>("time[datetime]");
  if (own || !withFocus || !target.matches(":focus-visible")) return own;
  return target.querySelector("time[datetime]") ?? target.closest("tr")?.querySelector("td time[datetime]") ?? null;
};

/** The moment behind a time, with its zone, while the pointer or the focus is on it. Esc puts it away; it can be pointed at itself. WCAG 1.4.13. */
export function TimeTip() {
  const format = useFormat();
  const [time, setTime] = useState<HTMLTimeElement | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const moment = time ? format.moment(time.dateTime) : "";

  useEffect(() => {
    const onPointer = ({ target }: Event) => {
      if (!(target instanceof Node) || !box.current?.contains(target)) setTime(timeAt(target, false));
    };
    const onFocus = ({ target }: Event) => setTime(timeAt(target, true));
    const onKey = ({ key }: KeyboardEvent) => key === "Escape" && setTime(null);
    const away = () => setTime(null);
    const { signal, abort } = withSignal();
    for (const name of ["pointerover", "pointerdown"]) document.addEventListener(name, onPointer, { signal });
    document.addEventListener("focusin", onFocus, { signal });
    document.addEventListener("keydown", onKey, { signal });
    document.addEventListener("focusout", away, { signal });
    return abort;
  }, []);

  useLayoutEffect(() => {
    const tip = box.current;
    // Where the time says its moment itself there is nothing to add.
    if (!tip || !time?.isConnected || time.textContent?.includes(moment)) return;
    tip.showPopover();
    const put = () => putBeside(tip, time.getBoundingClientRect());
    put();
    document.addEventListener("scroll", put, { capture: true, passive: true });
    time.setAttribute("aria-describedby", ID);
    return () => {
      document.removeEventListener("scroll", put, { capture: true });
      tip.hidePopover();
      time.removeAttribute("aria-describedby");
    };
  }, [time, moment]);

  return (
    <div
      ref={box}
      id={ID}
      role="tooltip"
      popover="manual"
      className="m-0 inset-auto max-w-[calc(100vw-16px)] rounded-control border border-line-strong bg-raised px-2 py-1 text-hint text-ink shadow-float print-hide"
    >
      {moment}
    </div>
  );
}

/** Below, else above, and touching: the pointer can go from one to the other. */
function putBeside(tip: HTMLElement, at: DOMRect): void {
  const below = at.bottom + tip.offsetHeight < window.innerHeight;
  tip.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${below ? at.bottom : at.top - tip.offsetHeight}px`;
}

function withSignal() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
