"use client";
import { useNow } from "./now.tsx";
import { useFormat } from "./words.tsx";

/** "4 min ago"; hover or focus gives the moment in UTC. `still` leaves it out of the tab order, where it stands inside a control. */
export function RelativeTime({ at, still = false, align = "left" }: { at: string; still?: boolean; align?: "left" | "right" }) {
  const format = useFormat();
  const words = format.relative(at, useNow());
  if (still) return <time dateTime={at}>{words}</time>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the moment must be reachable without a mouse
    <time dateTime={at} tabIndex={0} className="group relative whitespace-nowrap rounded-token">
      {words}
      <span
        className={`absolute top-full z-20 mt-1 hidden rounded-control border border-line-strong bg-raised px-2 py-1 font-sans text-hint tracking-normal text-ink shadow-float group-hover:block group-focus-visible:block ${align === "left" ? "left-0" : "right-0"}`}
      >
        {format.moment(at)}
      </span>
    </time>
  );
}
