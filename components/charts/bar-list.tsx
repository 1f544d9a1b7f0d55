"use client";
import type { ReactNode } from "react";
import { PageLink } from "#components/ui/page-link.tsx";
import { type ChartLook, type ChartRow, isHatched, SHAPE_LOOKS } from "./chart-look.ts";

interface BarListProps {
  rows: readonly ChartRow[];
  /** What a screen reader hears behind the number: "keys". */
  unit: string;
  /** What stands before a label, such as a tile. */
  mark?: (row: ChartRow) => ReactNode;
  /** A last line for what has no bar of its own. */
  rest?: ReactNode;
}

/** Bars of 10 px: label left, number right, no axes. Each is a link. */
export function BarList({ rows, unit, mark, rest }: BarListProps) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <ul className="px-3.5 py-2">
      {rows.map((row) => (
        <li key={row.key}>
          <PageLink
            href={row.href}
            className="-mx-1.5 grid h-[26px] grid-cols-[minmax(0,8.5rem)_minmax(0,1fr)_auto] items-center gap-3 rounded-token px-1.5 hover:bg-hover touch:h-11 phone:grid-cols-[minmax(0,8rem)_minmax(0,1fr)_auto]"
          >
            <span className="flex min-w-0 items-center gap-2">
              {mark?.(row)}
              <span className={`truncate ${row.count === 0 ? "text-ink-3" : ""}`} title={row.label}>
                {row.label}
              </span>
            </span>{" "}
            <Bar part={row.count / most} look={row.look} />
            <span className={`min-w-12 text-right ${row.count === 0 ? "text-ink-3" : ""}`}>
              {row.shown}
              <span className="sr-only"> {unit}</span>
            </span>
          </PageLink>
        </li>
      ))}
      {rest}
    </ul>
  );
}

/** Whatever is there can be seen: at least 1 % of the width. */
function Bar({ part, look }: { part: number; look: ChartLook }) {
  if (part === 0) return <span />;
  const isEdged = isHatched(look) || look === "faint";
  return (
    <svg aria-hidden="true" width="100%" height="10" className="[print-color-adjust:exact]">
      <svg width={`${Math.max(1, part * 100)}%`} height="10">
        <rect
          x={isEdged ? 0.5 : 0}
          y={isEdged ? 0.5 : 0}
          rx="1.5"
          height={isEdged ? 9 : 10}
          className={`${isEdged ? "w-[calc(100%-1px)]" : "w-full"} ${SHAPE_LOOKS[look]}`}
        />
      </svg>
    </svg>
  );
}
