"use client";
import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { ChartPatterns } from "#components/charts/chart-patterns.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useTimes, useWords } from "#components/ui/words.tsx";
import { overviewQuery } from "#lib/client/queries.ts";
import { short } from "#lib/query/fault.ts";
import { OverviewBody } from "./overview-body.tsx";
import { OverviewEmpty, OverviewFailed, OverviewLoading, OverviewNowhere } from "./overview-states.tsx";
import { PlaceSelects } from "./place-selects.tsx";
import { placeView } from "./place-view.ts";

/** The inventory in pictures, each a way into the table. */
export function OverviewPage() {
  const t = useWords();
  const search = useSearchParams().toString();
  const view = useMemo(() => placeView(search), [search]);
  const { data, error, refetch, isFetching, isPlaceholderData } = useQuery(overviewQuery(view.request, useTimes().zone));
  const isFiltered = view.query.filters.length > 0;
  const faults = view.faults.length + view.left.length;
  return (
    <div className="flex-1 bg-canvas">
      <ChartPatterns />
      <div className="mx-auto max-w-[1480px] px-6 pt-5 pb-12 phone:px-3.5 phone:pt-3.5 phone:pb-8">
        <header className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-3.5">
          <h1 className="text-title font-strong tracking-title">{t("place.overview")}</h1>
          {(isFiltered || data?.sources.length !== 0) && <PlaceSelects view={view} />}
        </header>
        {faults > 0 && (
          <Notice tone="warn" icon={TriangleAlert} role="status" title={t("link.faults", { count: faults })} className="mb-3.5">
            {view.faults.map(({ field, value, reason }) => `${t(`fault.${reason}`, { field, value: short(value) })} `)}
            {view.left.map((field) => `${t("overview.not-taken", { field })} `)}
          </Notice>
        )}
        {error && <OverviewFailed error={error} isOld={data !== undefined} onRetry={() => void refetch()} isBusy={isFetching} />}
        {!data && !error && <OverviewLoading />}
        {data?.sources.length === 0 && (isFiltered ? <OverviewNowhere /> : <OverviewEmpty />)}
        {data && data.sources.length > 0 && (
          <div className={isPlaceholderData ? "opacity-60 transition-opacity delay-200" : ""}>
            <OverviewBody overview={data} view={view} />
          </div>
        )}
      </div>
    </div>
  );
}
