"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleAlert, Plus, RefreshCw } from "lucide-react";
import { LinkFaults } from "#components/shell/link-faults.tsx";
import { useMayOperate } from "#components/shell/viewer.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/card.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { Strip } from "#components/ui/strip.tsx";
import { ErrorWords } from "#components/ui/server-words.tsx";
import { Sentence, useFormat, useWords } from "#components/ui/words.tsx";
import { sourcesQuery } from "#lib/client/queries.ts";
import { ForeignWords } from "./foreign-words.tsx";
import { countMarks } from "./source-mark.ts";
import { SourceTable } from "./source-table.tsx";
import { useSync } from "./use-sync.ts";

/** What is read, how it went, and the way to read it again. */
export function SourcesPage() {
  const t = useWords();
  const format = useFormat();
  const mayOperate = useMayOperate();
  const { data: sources, error, refetch, isFetching } = useQuery(sourcesQuery());
  const { progress, left, start } = useSync();
  const failure = start.error ?? error;
  const marks = countMarks(sources ?? []);
  const total = sources?.length ?? 0;
  const calls = (sources ?? []).reduce((sum, { asked }) => sum + (asked?.calls ?? 0), 0);
  const silent = (sources ?? []).filter(({ outcome }) => outcome === "not-enabled").length;
  return (
    <Sheet>
      <PageHead
        title={t("place.sources")}
        count={sources && format.count(total)}
        lead={t(mayOperate ? "sources.lead.operator" : "sources.lead.viewer")}
        actions={
          mayOperate &&
          total > 0 && (
            <Button icon={RefreshCw} disabled={left > 0 || start.isPending} onClick={() => start.mutate({})}>
              {left > 0 ? t("shell.reading", { left }) : t("sources.refresh")}
            </Button>
          )
        }
      />
      <LinkFaults />
      {failure && (
        <Notice
          tone="danger"
          icon={CircleAlert}
          role="alert"
          title={t(error ? "sources.failed" : "sources.start-failed")}
          className="mb-3.5"
          action={
            error && (
              <Button size="sm" onClick={() => void refetch()} disabled={isFetching}>
                {t("retry")}
              </Button>
            )
          }
        >
          <ErrorWords error={failure} />
        </Notice>
      )}
      {sources && total === 0 && (
        <Card className="flex flex-col items-center gap-1.5 px-5 py-12 text-center">
          <h2 className="text-section font-strong">{t("sources.none")}</h2>
          <p className="mb-2.5 text-ink-2">{t("sources.none.lead")}</p>
          {mayOperate && (
            <PageLink href="/accounts/new" className={buttonClass("primary")}>
              <Icon of={Plus} />
              {t("accounts.connect")}
            </PageLink>
          )}
        </Card>
      )}
      {sources && total > 0 && (
        <Card>
          <div className="flex flex-wrap items-center gap-2.5 border-b border-line px-3.5 py-2 text-ink-2">
            <Strip counts={marks} />
            <span className="flex-1">
              <Sentence text={t("sources.read", { read: marks.full, total })} strong="text-ink" />
              {marks.hatch > 0 && t("sources.unread", { count: marks.hatch })}
              {silent > 0 && t("sources.silent", { count: silent })}
              {marks.outline > 0 && <span className="text-warn">{t("sources.stale", { count: marks.outline })}</span>}
            </span>
            {mayOperate && calls > 0 && <span className="text-ink-3">{t("sources.refresh.cost", { calls })}</span>}
            {left > 0 && <ProgressBar done={total - left} of={total} label={t("sources.done", { done: total - left, total })} className="w-[180px]" />}
          </div>
          <SourceTable sources={sources} progress={progress} />
        </Card>
      )}
      {total > 0 && <ForeignWords />}
    </Sheet>
  );
}
