"use client";
import { PageLink } from "#components/ui/page-link.tsx";
import { type ChartRow, isHatched, SHAPE_LOOKS } from "./chart-look.ts";
import { stackParts } from "./stack-parts.ts";
import { Swatch } from "./swatch.tsx";

/** A bar of 24 px that shows how a whole is divided, above a legend that says it in numbers. Each part and each line is a link. */
export function StackedBar({ rows, unit }: { rows: readonly ChartRow[]; unit: string }) {
  const parts = stackParts(rows.map(({ count }) => count));
  return (
    <div className="px-3.5 pt-3.5 pb-2">
      <svg aria-hidden="true" width="100%" height="24" className="mb-2 block [print-color-adjust:exact]">
        {rows.map(({ key, href, look, label, shown }, i) => {
          const { at, size } = parts[i] ?? { at: 0, size: 0 };
          const inset = isHatched(look) || look === "faint" ? 0.5 : 0;
          return (
            size > 0 && (
              <a key={key} href={href} tabIndex={-1}>
                <title>{`${label} ${shown}`}</title>
                <svg x={`${at}%`} width={`${size}%`} height="24">
                  <rect
                    x={inset}
                    y={inset}
                    rx="2.5"
                    height={24 - 2 * inset}
                    className={`${inset ? "w-[calc(100%-3px)]" : "w-[calc(100%-2px)]"} hover:opacity-80 ${SHAPE_LOOKS[look]}`}
                  />
                </svg>
              </a>
            )
          );
        })}
      </svg>
      <ul>
        {rows.map(({ key, href, look, label, shown, share, count }) => (
          <li key={key}>
            <PageLink href={href} className="-mx-1.5 flex h-[26px] items-center gap-2.5 rounded-token px-1.5 hover:bg-hover touch:h-11">
              <Swatch look={look} />
              <span className={`min-w-0 flex-1 truncate ${count === 0 ? "text-ink-3" : ""}`}>{label}</span>{" "}
              <span className={count === 0 ? "text-ink-3" : ""}>
                {shown}
                <span className="sr-only"> {unit}</span>
              </span>{" "}
              <span className="w-14 text-right text-hint text-ink-3">{share}</span>
            </PageLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
