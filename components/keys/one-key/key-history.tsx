"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useViewer } from "#components/shell/viewer.tsx";
import { Button } from "#components/ui/button.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { ErrorWords } from "#components/ui/server-words.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import { historyQuery } from "#lib/client/history-query.ts";
import type { KeyDetail } from "#lib/model/key.ts";
import { roleAtLeast } from "#lib/model/scope.ts";
import { HistoryEntry } from "./history-entry.tsx";
import { TimelineNode } from "./timeline-node.tsx";

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
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(historyQuery(record.ref));
  const list = useRef<HTMLOListElement>(null);
  const olderFrom = useRef<number | null>(null);
  const failed = error && (
    <p role="alert" className="py-1 text-ink-2">
      {t("history.failed")} <ErrorWords error={error} />{" "}
      <Button size="sm" onClick={() => void (data ? fetchNextPage() : refetch())} disabled={isFetching}>
        {t("retry")}
      </Button>
    </p>
  );
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const day = (at: string) => ({ at, words: format.day(at), title: format.moment(at) });

  // The button has moved on, or is gone: who reads by keyboard goes on where the older changes begin.
  useEffect(() => {
    const { current: begin } = olderFrom;
    if (begin === null || rows.length <= begin) return;
    olderFrom.current = null;
    const first = list.current?.children[begin];
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
    announce(t("history.shown", { count: rows.length }));
  }, [rows.length, t]);

  if (error && !data) return failed;
  return (
    <>
      <ol ref={list} aria-busy={!data} aria-label={t("history.title")}>
        {rows.map((row) => (
          <HistoryEntry key={`${row.field} ${row.at}`} row={row} />
        ))}
        {!hasNextPage && (
          <TimelineNode shape="circle" {...day(record.firstSeenAt)}>
            <b>{t("fact.first-seen")}</b>
            {data && rows.length === 0 && <span className="block text-second leading-note text-ink-3">{t("history.none")}</span>}
          </TimelineNode>
        )}
        {!hasNextPage && record.createdAt && (
          <TimelineNode shape="circle" {...day(record.createdAt)}>
            <b>{t("history.created")}</b>
          </TimelineNode>
        )}
      </ol>
      {failed}
      {hasNextPage && !error && (
        <button
          type="button"
          aria-disabled={isFetchingNextPage}
          onClick={() => {
            if (isFetchingNextPage) return;
            olderFrom.current = rows.length;
            void fetchNextPage();
          }}
          className="h-6 rounded-token text-hint text-accent hover:underline touch:h-11 print-hide"
        >
          {t(isFetchingNextPage ? "history.fetching" : "history.more")}
        </button>
      )}
    </>
  );
}
