"use client";
import { RefreshCw } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useMayOperate } from "#components/shell/viewer.tsx";
import { useSync } from "#components/sources/use-sync.ts";
import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useWords } from "#components/ui/words.tsx";
import { Strip } from "#components/ui/strip.tsx";
import { sourcesQuery } from "#lib/client/queries.ts";
import type { Coverage } from "#lib/model/source.ts";
import { coverageMarks, coverageWords } from "./coverage-words.ts";
import type { CoverageMood } from "./coverage-words.ts";

const MissingDialog = lazy(() => import("./missing-dialog.tsx").then((module) => ({ default: module.MissingDialog })));

const GROUNDS: Record<CoverageMood, string> = { complete: "", stale: "", reading: "", partial: "bg-warn-soft", unread: "bg-warn-soft" };

/** What of the inventory this list was made from. It stays above the rows, even when all is well. */
export function CoverageLine({ coverage, isLive = false }: { coverage: Coverage; isLive?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const mayOperate = useMayOperate();
  const { left, start } = useSync();
  const t = useWords();
  const { mood, lead, rest } = coverageWords(coverage, t, isLive);
  const hasMore = coverage.problems.length > 0 || coverage.unlisted === null || coverage.unlisted.length > 0;
  const bad = coverage.unread + coverage.stale;
  const { data: sources } = useQuery(sourcesQuery());
  // Only what failed is asked again; what is merely old has no problem, and is read with all the rest.
  const failed = (sources ?? []).filter(
    ({ outcome, account, region }) =>
      outcome !== "read" && outcome !== "not-enabled" && coverage.problems.some((problem) => problem.account === account.id && problem.region === region),
  );
  const retry = () => {
    for (const target of failed.length === bad ? failed : [null]) start.mutate(target ? { account: target.account.id, region: target.region } : {});
  };
  return (
    <div
      className={`flex min-h-[34px] items-center gap-2.5 border-b border-line py-1 pr-3 pl-4 text-ink-2 phone:flex-wrap phone:items-start phone:gap-y-1 phone:px-3.5 phone:py-[9px] ${GROUNDS[mood]}`}
    >
      {coverage.sources > 0 && <Strip counts={coverageMarks(coverage)} className="phone:mt-1" />}
      <p className="min-w-0 flex-1">
        <b className={mood === "stale" ? "text-warn" : "text-ink"}>{lead}</b>
        {rest}
        {coverage.oldest && mood !== "unread" && !isLive && (
          <span className="whitespace-nowrap">
            {" "}
            {t(mood === "complete" ? "coverage.oldest.more" : "coverage.oldest")} <RelativeTime at={coverage.oldest} />
          </span>
        )}
        {left > 0 && <span className="whitespace-nowrap"> · {t("coverage.reading", { left })}</span>}
      </p>
      <span className="flex gap-2 empty:hidden phone:w-full print-hide">
        {hasMore && (
          <Button kind="quiet" size="sm" onClick={() => setOpen(true)} aria-haspopup="dialog">
            {t(mood === "complete" ? "coverage.details" : "coverage.missing")}
          </Button>
        )}
        {mayOperate && bad > 0 && !isLive && (
          <Button size="sm" icon={RefreshCw} disabled={left > 0 || start.isPending} onClick={retry} className="bg-transparent">
            {left > 0 ? t("coverage.reading.short") : t("coverage.retry", { count: bad })}
          </Button>
        )}
      </span>
      <Suspense>{isOpen && <MissingDialog coverage={coverage} onClose={() => setOpen(false)} />}</Suspense>
    </div>
  );
}
