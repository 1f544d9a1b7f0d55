"use client";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { HistoryRow } from "#lib/model/history.ts";
import { FreeText } from "../free-text.tsx";
import { valueWords } from "../words.ts";
import { HISTORY_LABELS, historyWords, isLostSight } from "./history-words.ts";
import { TimelineNode } from "./timeline-node.tsx";

/** Longer values stand on lines of their own. */
const SHORT = 24;

/** One change: a circle, or a square where a value was lost from sight. */
export function HistoryEntry({ row }: { row: HistoryRow }) {
  const t = useWords();
  const format = useFormat();
  const said = (value: unknown, absent: HistoryRow["beforeAbsent"]) => (absent ? valueWords("rotation", absent, t) : historyWords(row.field, value, t, format));
  const [before, after] = [said(row.before, row.beforeAbsent), said(row.after, row.afterAbsent)];
  const isShort = before.length + after.length <= SHORT;
  const isLoud = row.field === "state" && row.after === "pending-deletion";
  const change = (
    <>
      <span className="sr-only">{t("history.from")} </span>
      <s>
        <FreeText text={before} />
      </s>{" "}
      <span aria-hidden="true">→</span>
      <span className="sr-only"> {t("history.to")} </span> <FreeText text={after} className="text-ink" />
    </>
  );
  return (
    <TimelineNode shape={isLostSight(row) ? "square" : "circle"} isLoud={isLoud} at={row.at} words={format.day(row.at)} title={format.moment(row.at)}>
      <b>{t(HISTORY_LABELS[row.field])}</b> {isShort && <span className="text-ink-3">{change}</span>}
      {!isShort && <span className="block text-second leading-note break-words text-ink-3">{change}</span>}
      <span className="mono block text-id leading-4 tracking-mono break-words text-ink-3">{row.operation}</span>
    </TimelineNode>
  );
}
