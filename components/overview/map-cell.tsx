"use client";
import { Ellipsis, TriangleAlert } from "lucide-react";
import { Icon } from "#components/ui/icon.tsx";
import { useNow } from "#components/ui/now.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { Strip } from "#components/ui/strip.tsx";
import { relativeWords } from "#components/ui/time-words.ts";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { SourceStanding } from "#lib/model/overview.ts";
import type { MapCell as Cell } from "./map-rows.ts";

/** As the strip draws a source: ink read, outline stale, hatch unread, thin not enabled. */
export const CELL_LOOKS: Record<SourceStanding, string> = {
  read: "border-transparent border-l-[3px] border-l-ink-2 bg-sunken text-ink",
  stale: "border-ink-2 bg-surface text-ink",
  unread: "border-warn hatch-soft text-warn",
  "not-enabled": "border-line-strong border-dashed bg-surface text-ink-3",
};

interface MapCellProps {
  cell: Cell;
  href: string;
  isDense: boolean;
}

/** One account in one region: a mark for each source, its keys, and when they were read or why not. */
export function MapCell({ cell, href, isDense }: MapCellProps) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const { standing, count, isPartial, lastReadAt, code, sources } = cell;
  const age = lastReadAt ? format.relative(lastReadAt, now) : "";
  const said =
    standing === "unread" && code
      ? t("overview.standing.unread.code", { code })
      : t(`overview.standing.${standing}`, standing === "read" || standing === "stale" ? { age } : {});
  const isDark = standing === "unread" && count === 0;
  const marks = { full: 0, outline: 0, hatch: 0, thin: 0 };
  for (const source of sources) marks[{ read: "full", stale: "outline", unread: "hatch", "not-enabled": "thin" }[source.standing] as keyof typeof marks] += 1;
  return (
    <PageLink
      href={href}
      title={said}
      className={`flex flex-col items-center justify-center rounded-token border px-1 [print-color-adjust:exact] hover:border-ink-3 ${isDense ? "h-6" : "h-9 min-w-[74px]"} touch:h-11 ${CELL_LOOKS[standing]}`}
    >
      <span className={`flex items-center gap-1.5 ${isDense ? "text-hint" : ""}`}>
        {!isDense && sources.length > 1 && <Strip counts={marks} />}
        {isDark ? (
          <span className="inline-flex items-center rounded-token bg-surface px-1 text-warn">
            {/* Nobody says here whether it was refused or failed: the code does. Without one it was not tried yet. */}
            <Icon of={code ? TriangleAlert : Ellipsis} size={isDense ? 11 : 12} />
            <span className="sr-only">{format.count(0, true)}</span>
          </span>
        ) : (
          <span className={standing === "unread" ? "rounded-token bg-surface px-1" : ""}>{format.count(count, isPartial)}</span>
        )}
      </span>
      {!isDense && (standing === "read" || standing === "stale") && (
        <span aria-hidden="true" className={`text-[10.5px] leading-[13px] ${standing === "stale" ? "text-warn" : "text-ink-3"}`}>
          {lastReadAt && (relativeWords(lastReadAt, now, t) ?? age)}
        </span>
      )}
      <span className="sr-only">
        {" "}
        {t("overview.keys")}
        {t("list.comma")}
        {said}
      </span>
    </PageLink>
  );
}
