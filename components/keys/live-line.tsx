"use client";
import type { UseQueryResult } from "@tanstack/react-query";
import { Radio, RefreshCw } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Icon } from "#components/ui/icon.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { Sentence, useWords } from "#components/ui/words.tsx";
import type { KeysAnswer, LiveAnswer } from "#lib/model/answers.ts";
import type { KeyView } from "./key-view.ts";
import type { LiveCounts } from "./use-counts.ts";
import { LivePlanDialog } from "./live-plan.tsx";

interface LiveLineProps {
  view: KeyView;
  answer: UseQueryResult<KeysAnswer>;
  counts: LiveCounts;
}

/** Says that these rows come from the clouds and not from the inventory, when they were asked for, whose the counts beside them are, and leads back. */
export function LiveLine({ view, answer, counts }: LiveLineProps) {
  const t = useWords();
  const { data, isFetching, isPending, isPlaceholderData, refetch } = answer;
  const [isPlanOpen, setPlanOpen] = useState(false);
  const live = data && !isPlaceholderData && "plan" in data ? (data as LiveAnswer) : null;
  const differences = live ? live.differences.created + live.differences.gone + live.differences.changed : 0;
  return (
    <div className="flex min-h-[34px] flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line bg-info-soft py-1 pr-3 pl-4 text-ink-2 phone:px-3.5">
      <Icon of={Radio} className="text-info" />
      <p role="status" className="min-w-0 flex-1 phone:basis-[80%]">
        {isFetching || isPending ? (
          <>
            <Sentence text={t("live.asking")} strong="text-ink" />
            {data && t("live.asking.before")}
          </>
        ) : data && !isPlaceholderData ? (
          <>
            <Sentence text={t("live.asked")} strong="text-ink" slots={{ at: <RelativeTime at={data.asOf} /> }} />
            {differences > 0 && t("live.differs", { count: differences })}
            {counts.at === null ? (
              t(counts.isBusy ? "live.counting" : counts.hasFailed ? "live.uncounted" : "live.counts")
            ) : (
              <Sentence text={t("live.counted")} slots={{ at: <RelativeTime at={counts.at} /> }} />
            )}
          </>
        ) : (
          <b className="text-ink">{t("live.failed")}</b>
        )}
      </p>
      <span className="flex flex-wrap gap-2 print-hide">
        {live && counts.at === null && (
          <Button kind="quiet" size="sm" disabled={counts.isBusy} onClick={counts.ask}>
            {t("live.count")}
          </Button>
        )}
        {live && (
          <Button kind="quiet" size="sm" onClick={() => setPlanOpen(true)} aria-haspopup="dialog">
            {t("live.how")}
          </Button>
        )}
        <SoftLink href={view.href({ ...view.query, live: false, cursor: null })} className={buttonClass("quiet", "sm")}>
          {t("live.back")}
        </SoftLink>
        <Button size="sm" icon={RefreshCw} disabled={isFetching || isPending} onClick={() => void refetch()} className="bg-transparent">
          {t("live.again")}
        </Button>
      </span>
      {isPlanOpen && live && <LivePlanDialog view={view} answer={live} onClose={() => setPlanOpen(false)} />}
    </div>
  );
}
