"use client";
import { useNow } from "./now.tsx";
import { useFormat } from "./words.tsx";

/** "4 min ago"; hover or focus gives the moment and its zone (`time-tip.tsx`). `still` leaves it out of the tab order, where it stands inside a control. */
export function RelativeTime({ at, still = false }: { at: string; still?: boolean }) {
  const words = useFormat().relative(at, useNow());
  if (still) return <time dateTime={at}>{words}</time>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the moment must be reachable without a mouse
    <time dateTime={at} tabIndex={0} className="whitespace-nowrap rounded-token">
      {words}
    </time>
  );
}

/** "2026-11-25", for columns, whose head says the zone. */
export function DayTime({ at }: { at: string }) {
  return <time dateTime={at}>{useFormat().isoDay(at)}</time>;
}
