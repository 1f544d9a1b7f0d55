"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useViewer } from "#components/shell/viewer.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorWords } from "#components/ui/server-words.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import { historyQuery } from "#lib/client/history-query.ts";
import type { KeyDetail } from "#lib/model/key.ts";
import { roleAtLeast } from "#lib/model/scope.ts";
import { HistoryEntry } from "./history-entry.tsx";
import { TimelineNode } from "./timeline-node.tsx";

/** So many changes are shown at first. */
const SHORT = 8;

/** How the key changed since it was first read, newest first, down to its creation. Roles that may not see it are told. */
export function KeyHistory({ record }: { record: KeyDetail }) {
  const t = useWords();
  const format = useFormat();
  const maySee = roleAtLeast(useViewer().role, "auditor");
  return (
    <section className="mt-2 border-t border-line">
      <header className="flex items-baseline gap-3 pt-[11px] pb-[3px]">
        <h3 className="text-hint font-strong">{t("history.title")}</h3>
        <span className="mono ml-auto text-right text-id leading-4 tracking-mono text-ink-3">
          {t("history.since", { day: format.day(record.firstSeenAt) })}
        </span>
      </header>
      {maySee ? <Timeline record={record} /> : <p className="py-1 text-ink-2">{t("history.not-allowed", { role: t("role.auditor") })}</p>}
    </section>
  );
}

function Timeline({ record }: { record: KeyDetail }) {
  const t = useWords();
  const format = useFormat();
  const [isLong, setLong] = useState(false);
  const { data, error, refetch, isFetching } = useQuery(historyQuery(record.ref));
  if (error) {
    return (
      <p role="alert" className="py-1 text-ink-2">
        {t("history.failed")} <ErrorWords error={error} />{" "}
        <Button size="sm" onClick={() => void refetch()} disabled={isFetching}>
          {t("retry")}
        </Button>
      </p>
    );
  }
  const rows = data?.rows ?? [];
  const shown = isLong ? rows : rows.slice(0, SHORT);
  const day = (at: string) => ({ at, words: format.day(at), title: format.moment(at) });
  return (
    <>
      <ol aria-busy={!data} aria-label={t("history.title")}>
        {shown.map((row) => (
          <HistoryEntry key={`${row.field} ${row.at}`} row={row} />
        ))}
        <TimelineNode shape="circle" {...day(record.firstSeenAt)}>
          <b>{t("fact.first-seen")}</b>
          {data && rows.length === 0 && <span className="block text-second leading-note text-ink-3">{t("history.none")}</span>}
        </TimelineNode>
        {record.createdAt && (
          <TimelineNode shape="circle" {...day(record.createdAt)}>
            <b>{t("field.created")}</b>
          </TimelineNode>
        )}
      </ol>
      {rows.length > SHORT && (
        <button
          type="button"
          aria-expanded={isLong}
          onClick={() => setLong(!isLong)}
          className="h-6 rounded-token text-hint text-accent hover:underline touch:h-11 print-hide"
        >
          {isLong ? t("history.fewer") : t("history.all", { count: rows.length })}
        </button>
      )}
    </>
  );
}
