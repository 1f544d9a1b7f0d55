"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { FigureStrip } from "#components/charts/figure-strip.tsx";
import { CoverageLine } from "#components/coverage/coverage-line.tsx";
import { isLowerBound } from "#components/coverage/coverage-words.ts";
import { useCloudLabel } from "#components/shell/clouds.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import { sourcesQuery } from "#lib/client/queries.ts";
import type { Overview } from "#lib/model/overview.ts";
import type { QueryField } from "#lib/query/fields.ts";
import { ageRows } from "./age-rows.ts";
import { CalendarCard } from "./calendar-card.tsx";
import { CoverageCard } from "./coverage-card.tsx";
import { FacetCard } from "./facet-card.tsx";
import { facetRows } from "./facet-rows.ts";
import { figuresOf } from "./figures.ts";
import { coverageMap, isDenseMap } from "./map-rows.ts";
import type { PlaceView } from "./place-view.ts";

const COLUMNS = [
  ["rotation", "family", "account"],
  ["state", "protection", "region", "origin", "cloud"],
] as const;

export function OverviewBody({ overview, view }: { overview: Overview; view: PlaceView }) {
  const t = useWords();
  const format = useFormat();
  const cloudLabel = useCloudLabel();
  const { sources, coverage } = overview;
  const isPartial = isLowerBound(coverage);
  const map = useMemo(() => coverageMap(sources), [sources]);
  const { data: allSources = sources } = useQuery(sourcesQuery());
  // Accounts are counted without the filter of accounts: others than those of this view are among them.
  const accounts = useMemo(() => new Map(allSources.map(({ account, cloud }) => [account.id, { name: account.name, cloud }])), [allSources]);
  const dark = useMemo(
    () =>
      new Set(
        sources.filter((source) => source.isPartial).flatMap(({ cloud, account, region }) => [`cloud ${cloud}`, `account ${account.id}`, `region ${region}`]),
      ),
    [sources],
  );
  const words = {
    t,
    format,
    nameOf: (field: QueryField, value: string) => (field === "cloud" ? cloudLabel(value) : field === "account" ? (accounts.get(value)?.name ?? null) : null),
    isPartial: (field: QueryField, value: string) =>
      field === "cloud" || field === "account" || field === "region" ? dark.has(`${field} ${value}`) : isPartial,
  };
  const facet = (field: (typeof COLUMNS)[number][number]) => (
    <FacetCard
      key={field}
      title={t(`field.${field}`)}
      field={field}
      rows={facetRows(field, overview, view, words)}
      view={view}
      cloudOf={(id) => accounts.get(id)?.cloud ?? null}
    />
  );
  const isWide = isDenseMap(map);
  const coverageCard = <CoverageCard map={map} overview={overview} view={view} isPartial={isPartial} className="mb-3.5" />;
  return (
    <>
      <div className="mb-3.5 overflow-hidden rounded-card border border-line [&>*]:border-b-0">
        <CoverageLine coverage={coverage} />
      </div>
      <FigureStrip figures={figuresOf(overview, view, t, format, isPartial)} unit={t("overview.keys")} />
      {isWide && coverageCard}
      <div className="grid items-start gap-3.5 lg:grid-cols-3">
        <div className="min-w-0 lg:col-span-2">
          {!isWide && coverageCard}
          <div className="grid items-start gap-3.5 md:grid-cols-2">
            {COLUMNS.map((fields, i) => (
              <div key={fields[0]} className="grid min-w-0 gap-3.5">
                {fields.map(facet)}
                {i === 0 && (
                  <FacetCard
                    title={t("overview.age")}
                    aside={t("overview.age.aside")}
                    field="created"
                    rows={ageRows(overview, view, t, format, isPartial)}
                    view={view}
                  />
                )}
              </div>
            ))}
          </div>
        </div>
        <div className="grid min-w-0 gap-3.5 md:grid-cols-2 lg:grid-cols-1">
          <CalendarCard field="deletes" overview={overview} view={view} isPartial={isPartial} />
          <CalendarCard field="expires" overview={overview} view={view} isPartial={isPartial} />
        </div>
      </div>
    </>
  );
}
