import type { ReactNode } from "react";

interface TimelineNodeProps {
  shape: "circle" | "square";
  isLoud?: boolean;
  at: string;
  words: string;
  /** The moment in full. */
  title: string;
  children: ReactNode;
}

/** One node of a timeline on its hairline, 9 px, with its day at the right. */
export function TimelineNode({ shape, isLoud = false, at, words, title, children }: TimelineNodeProps) {
  const look = isLoud ? "border-danger bg-danger forced-ink" : shape === "square" ? "border-warn bg-surface" : "border-ink-3 bg-surface";
  return (
    <li
      tabIndex={-1}
      className="relative flex items-baseline gap-3 py-[3px] pl-5 not-last:after:absolute not-last:after:top-[18px] not-last:after:-bottom-[8px] not-last:after:left-[4px] not-last:after:w-px not-last:after:bg-line-strong"
    >
      <span
        aria-hidden="true"
        className={`absolute top-[8px] left-0 size-[9px] border-[1.6px] ${shape === "square" ? "rounded-[2px]" : "rounded-full"} ${look}`}
      />
      <div className="min-w-0 flex-1">{children}</div>
      <time dateTime={at} title={title} className="text-hint whitespace-nowrap text-ink-3">
        {words}
      </time>
    </li>
  );
}
