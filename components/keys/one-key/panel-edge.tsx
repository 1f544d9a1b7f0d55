"use client";
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useWords } from "#components/ui/words.tsx";
import type { PanelPlace, PanelSettings } from "./use-panel-place.ts";

/** A press of an arrow, and one with Shift; px. */
const STEP = { arrow: 16, shift: 64 };
/** The least and the most, as in app/styles/key-panel.css: px, and shares of the window. */
const BOUNDS = { side: { least: 280, most: 0.6 }, bottom: { least: 160, most: 0.7 } };
/** Less than this is a click and no drag; px. */
const STILL = 3;

const GROWS: Record<PanelPlace, string> = { side: "ArrowLeft", bottom: "ArrowUp" };
const SHRINKS: Record<PanelPlace, string> = { side: "ArrowRight", bottom: "ArrowDown" };

interface PanelEdgeProps extends Pick<PanelSettings, "place" | "size" | "resize"> {
  panel: RefObject<HTMLElement | null>;
}

/** The edge between table and panel: drawn with the pointer, moved with the arrow keys, and a click, for who can do neither, makes it large and usual again. */
export function PanelEdge({ panel, place, size, resize }: PanelEdgeProps) {
  const t = useWords();
  const drag = useRef<{ from: number; moved: boolean; size: number } | null>(null);
  const [measured, setMeasured] = useState(size ?? BOUNDS[place].least);
  const least = BOUNDS[place].least;
  const most = () => Math.round((place === "side" ? window.innerWidth : window.innerHeight) * BOUNDS[place].most);
  const within = (px: number) => Math.round(Math.min(most(), Math.max(least, px)));
  const now = () => Math.round(place === "side" ? (panel.current?.offsetWidth ?? 0) : (panel.current?.offsetHeight ?? 0));

  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setMeasured(Math.round(place === "side" ? element.offsetWidth : element.offsetHeight)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [panel, place]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? STEP.shift : STEP.arrow;
    const next = { [GROWS[place]]: now() + step, [SHRINKS[place]]: now() - step, Home: least, End: most() }[event.key];
    if (next === undefined && event.key !== "Enter") return;
    event.preventDefault();
    resize(next === undefined ? null : within(next));
  };
  const at = ({ clientX, clientY }: PointerEvent) => (place === "side" ? clientX : clientY);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: at(event), moved: false, size: now() };
  };
  const onPointerMove = (event: PointerEvent) => {
    const { current } = drag;
    if (!current) return;
    const way = current.from - at(event);
    current.moved ||= Math.abs(way) >= STILL;
    // Straight to the page: a choice is kept when the pointer is let go, not with each pixel.
    if (current.moved) panel.current?.closest<HTMLElement>("[data-panel-place]")?.style.setProperty("--panel-size", `${within(current.size + way)}px`);
  };
  const onPointerUp = () => {
    const { current } = drag;
    drag.current = null;
    if (!current) return;
    if (current.moved) resize(now());
    else resize(size === null ? most() : null);
  };

  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={t("panel.edge")}
      title={t("panel.edge.how")}
      aria-orientation={place === "side" ? "vertical" : "horizontal"}
      aria-valuenow={measured}
      aria-valuemin={least}
      aria-valuemax={typeof window === "undefined" ? measured : Math.max(measured, most())}
      aria-valuetext={t("panel.edge.size", { px: measured })}
      suppressHydrationWarning
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      className={`group/edge absolute z-10 touch-none focus-visible:-outline-offset-1 phone:hidden print-hide ${
        place === "side" ? "inset-y-0 -left-1 w-2 cursor-ew-resize" : "inset-x-0 -top-1 h-2 cursor-ns-resize"
      }`}
    >
      <span
        aria-hidden="true"
        className={`absolute opacity-0 transition-opacity bg-accent group-hover/edge:opacity-100 ${place === "side" ? "inset-y-0 left-1 w-px" : "inset-x-0 top-1 h-px"}`}
      />
    </div>
  );
}
