"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleAlert, Plus, RefreshCw } from "lucide-react";
import { useMayOperate } from "#components/shell/viewer.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/card.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { Strip } from "#components/ui/strip.tsx";
import { sourcesQuery } from "#lib/client/queries.ts";
import { ForeignWords } from "./foreign-words.tsx";
import { countMarks } from "./source-mark.ts";
import { SourceTable } from "./source-table.tsx";
import { useSync } from "./use-sync.ts";

/** What is read, how it went, and the way to read it again. */
export function SourcesPage() {
  const mayOperate = useMayOperate();
  const { data: sources, error, refetch, isFetching } = useQuery(sourcesQuery());
  const { progress, left, start } = useSync();
  const marks = countMarks(sources ?? []);
  const total = sources?.length ?? 0;
  const silent = (sources ?? []).filter(({ outcome }) => outcome === "not-enabled").length;
  return (
    <Sheet>
      <PageHead
        title="Sources"
        count={sources && formatCount(total)}
        lead={
          mayOperate
            ? "Each account and region is read, retried and dated on its own."
            : "Each account and region is read on its own. Reading again needs the operator role."
        }
        actions={
          mayOperate &&
          total > 0 && (
            <Button icon={RefreshCw} disabled={left > 0 || start.isPending} onClick={() => start.mutate({})}>
              {left > 0 ? `Reading, ${left} left` : "Refresh all"}
            </Button>
          )
        }
      />
      {(start.error ?? error) && (
        <Notice
          tone="danger"
          icon={CircleAlert}
          role="alert"
          title={error ? "Sources could not be loaded" : "Reading could not be started"}
          className="mb-3.5"
          action={
            error && (
              <Button size="sm" onClick={() => void refetch()} disabled={isFetching}>
                Retry
              </Button>
            )
          }
        >
          {(start.error ?? error)?.message}
        </Notice>
      )}
      {sources && total === 0 && (
        <Card className="flex flex-col items-center gap-1.5 px-5 py-12 text-center">
          <h2 className="text-section font-strong">No sources yet</h2>
          <p className="mb-2.5 text-ink-2">Each region of a connected account becomes a source.</p>
          {mayOperate && (
            <PageLink href="/accounts/new" className={buttonClass("primary")}>
              <Icon of={Plus} />
              Connect an account
            </PageLink>
          )}
        </Card>
      )}
      {sources && total > 0 && (
        <Card>
          <div className="flex flex-wrap items-center gap-2.5 border-b border-line px-3.5 py-2 text-ink-2">
            <Strip counts={marks} />
            <span className="flex-1">
              <b className="text-ink">
                {marks.full} of {total} read
              </b>
              {marks.hatch > 0 && `, ${formatCount(marks.hatch)} unread`}
              {silent > 0 && `, ${formatCount(silent)} without KMS`}
              {marks.outline > 0 && <span className="text-warn">, {formatCount(marks.outline)} out of date</span>}
            </span>
            {left > 0 && <ProgressBar done={total - left} of={total} label={`${total - left} of ${total} sources done`} className="w-[180px]" />}
          </div>
          <SourceTable sources={sources} progress={progress} />
        </Card>
      )}
      {total > 0 && <ForeignWords />}
    </Sheet>
  );
}
