"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ListFilter, Radio, Upload } from "lucide-react";
import { lazy, type SyntheticEvent, Suspense, useEffect, useState } from "react";
import { isLowerBound } from "#components/coverage/coverage-words.ts";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Icon } from "#components/ui/icon.tsx";
import { follow } from "#components/ui/follow.ts";
import { latePart } from "#components/ui/late-part.ts";
import shown from "#server/keys/shown-parts.ts";
import { Later } from "#components/ui/later.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import { isUnread } from "#components/sources/source-mark.ts";
import { keysQuery, sourcesQuery } from "#lib/client/queries.ts";
import type { PageSize } from "#lib/query/query.ts";
import { unknownWords } from "#lib/query/unknown-words.ts";
import { FilterBar } from "./filter-bar.tsx";
import { Hits } from "./hits.tsx";
import { KeyTable, tableCaption } from "./key-table.tsx";
import { COVERAGE_LINE, FACET_RAIL, PAGINATION, RefreshFailed, useLateParts } from "./late-parts.ts";
import { PanelToCome } from "./panel-to-come.tsx";
import { TableBody } from "./table-body.tsx";
import type { MissedPage } from "./table-body.tsx";
import type { TableSettings } from "./table-settings.ts";
import { keyView } from "./key-view.ts";
import { useCounts } from "./use-counts.ts";
import { useFacetNames } from "./use-facet-names.ts";
import { useKeyView } from "./use-key-view.ts";
import { useTableParts } from "./use-table-parts.ts";

const LiveLine = lazy(() => import("./live-line.tsx").then((module) => ({ default: module.LiveLine })));
const ExportDialog = lazy(() => import("./export/export-dialog.tsx").then((module) => ({ default: module.ExportDialog })));
const LINK_NOTICE = latePart(shown?.LinkNotice, () => import("./link-notice.tsx").then((module) => module.LinkNotice));
const FilterSheet = lazy(() => import("./filter-sheet.tsx").then((module) => ({ default: module.FilterSheet })));
const KeyPanel = lazy(() => import("./key-panel.tsx").then((module) => ({ default: module.KeyPanel })));

/** The key table with all that belongs to it. What it shows follows from the address alone. */
export function KeysPage({ settings }: { settings: TableSettings }) {
  const t = useWords();
  const format = useFormat();
  useLateParts();
  const view = useKeyView();
  const { query } = view;
  const { page, size, sort } = query;
  const names = useFacetNames();
  const { data: sources } = useQuery(sourcesQuery());
  const answer = useQuery(keysQuery(view.request, query.live));
  const { data, isPlaceholderData, isFetching } = answer;
  const counts = useCounts(view);
  const counted = counts ? counts.answer : data;
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [isExportOpen, setExportOpen] = useState(false);
  const [linkedKey] = useState(query.key);
  const [columns, setColumns] = useState(settings.columns);
  const [widths, setWidths] = useState(settings.widths);
  const [viewId, setViewId] = useState(settings.viewId);
  const parts = useTableParts();
  const [missed, setMissed] = useState<MissedPage | null>(null);
  const isPartial = data ? isLowerBound(data.coverage) : false;
  const isWhole = query.filters.length === 0 && query.judged === "yes";
  const held = sources?.reduce((sum, source) => sum + source.held, 0);
  // No total while the first answer is on its way: a number without its plus would be a promise.
  const all = data && (isWhole && !isPlaceholderData ? data.total : held);

  useEffect(() => {
    if (data && !isPlaceholderData)
      announce(
        data.rows.length === 0
          ? t("keys.none")
          : t("keys.announce", { total: data.total, first: (page - 1) * size + 1, last: (page - 1) * size + data.rows.length, caption: tableCaption(sort, t) }),
      );
  }, [data, isPlaceholderData, page, size, sort, t]);

  const client = useQueryClient();
  /** Asks for a view when its link is pressed, by a key at the latest when it is clicked: the answer is on its way while the page still draws the click. */
  const foresee = ({ target }: SyntheticEvent) => {
    const link = (target as Element).closest("a");
    const next = link?.pathname === "/keys" ? keyView(link.search) : null;
    if (next && !next.query.live && next.request !== view.request) void client.prefetchQuery(keysQuery(next.request));
  };
  const rows = data?.rows ?? [];
  if (missed && rows.length > 0 && missed.request !== view.request) setMissed(null);
  const missedPage = missed?.request === view.request ? missed.page : null;
  const notUnderstood = counted ? [...view.faults, ...unknownWords(query, (field) => (counted.facets[field] ?? []).map(({ value }) => value))] : [];
  const isEmpty = sources?.length === 0;
  const filterCount = query.filters.length;
  return (
    <div
      className="keys-frame flex min-h-0 flex-1 md:h-full print-flow"
      data-panel={query.key ? "open" : undefined}
      onPointerDown={foresee}
      onClickCapture={foresee}
    >
      {query.key && <h1 className="sr-only md:hidden">{t("place.keys")}</h1>}
      <div className={`flex min-h-0 min-w-0 flex-1 flex-col ${query.key ? "phone:hidden" : ""}`}>
        <header className="flex items-center gap-2 px-4 pt-3 pb-2 phone:gap-1.5 phone:px-3.5 phone:pb-1.5">
          <h1 className="text-title font-strong tracking-title whitespace-nowrap">
            {t("place.keys")}
            {all !== undefined && <span className="ml-[5px] font-normal text-ink-3">({format.count(all, isWhole ? isPartial : sources?.some(isUnread))})</span>}
          </h1>
          {parts ? (
            <parts.ViewBar view={view} nameOf={(id, field) => names.label(field, id)} columns={columns} onColumns={setColumns} onView={setViewId} />
          ) : (
            settings.views
          )}
          <span className="flex-1" />
          {!query.live && !isEmpty && (
            <SoftLink href={view.href({ ...query, live: true, cursor: null })} className={`${buttonClass("quiet", "sm")} phone:min-w-11 print-hide`}>
              <Icon of={Radio} size={16} className="md:hidden" />
              <span className="phone:sr-only">{t("keys.ask")}</span>
            </SoftLink>
          )}
          {!isEmpty && (
            <Button size="sm" icon={Upload} onClick={() => setExportOpen(true)} aria-haspopup="dialog" className="phone:min-w-11 print-hide">
              <span className="phone:sr-only">{t("export.open")}</span>
            </Button>
          )}
          {parts ? (
            <parts.TableTools
              columns={columns}
              viewId={viewId}
              onWidths={setWidths}
              onSize={(size) => follow(view.href({ ...query, size: size as PageSize, page: 1, cursor: null }))}
            />
          ) : (
            settings.buttons
          )}
        </header>
        {(notUnderstood.length > 0 || missedPage !== null) && <Later of={LINK_NOTICE} given={{ view, notUnderstood, missedPage }} waits={false} />}
        <FilterBar
          view={view}
          answer={counted}
          names={names}
          hits={data && !isWhole ? <Hits view={view} answer={data} isPartial={isPartial} /> : null}
          opener={
            <Button
              icon={ListFilter}
              onClick={() => setSheetOpen(true)}
              aria-haspopup="dialog"
              className={query.key ? "2xl:hidden in-data-[panel-place=bottom]:xl:hidden" : "xl:hidden"}
            >
              {t("filter.title")}
              {filterCount > 0 && ` · ${filterCount}`}
            </Button>
          }
        />
        <div className="flex min-h-0 flex-1">
          <aside
            aria-label={t("filter.title")}
            className={`quiet-scroll hidden w-[204px] shrink-0 overflow-auto border-r border-line bg-canvas pb-4 print-hide ${query.key ? "2xl:block in-data-[panel-place=bottom]:xl:block" : "xl:block"}`}
          >
            {counted && !isEmpty && <Later of={FACET_RAIL} given={{ view, facets: counted.facets, names, isPartial: isLowerBound(counted.coverage) }} />}
          </aside>
          <section aria-label={t("place.keys")} className="flex min-w-0 flex-1 flex-col">
            <Suspense>{counts && <LiveLine view={view} answer={answer} counts={counts} />}</Suspense>
            {data && <Later of={COVERAGE_LINE} given={{ coverage: data.coverage, isLive: query.live }} />}
            <Suspense>{data && answer.error && <RefreshFailed error={answer.error} isBusy={isFetching} onRetry={() => void answer.refetch()} />}</Suspense>
            <KeyTable view={view} rows={rows} chosen={columns} widths={widths} Edge={parts?.ColumnEdge} isOld={isPlaceholderData && isFetching}>
              <TableBody view={view} answer={answer} hasSources={!isEmpty} onMissedPage={setMissed} />
            </KeyTable>
            <Later
              of={PAGINATION}
              given={{
                view,
                total: data?.total ?? null,
                isLoading: answer.isPending,
                isPartial,
                shown: rows.length,
                isFetching,
                updatedAt: answer.dataUpdatedAt,
              }}
            />
          </section>
        </div>
      </div>
      <Suspense fallback={<PanelToCome keyRef={query.key} />}>
        {query.key && (
          <KeyPanel
            view={view}
            keyRef={query.key}
            rows={rows}
            first={(query.page - 1) * query.size + 1}
            total={data?.total ?? null}
            isPartial={isPartial}
            takesFocus={query.key !== linkedKey}
          />
        )}
      </Suspense>
      <Suspense>
        {isExportOpen && <ExportDialog view={view} columns={columns} total={data?.total ?? null} isPartial={isPartial} onClose={() => setExportOpen(false)} />}
        {isSheetOpen && data && counted && (
          <FilterSheet view={view} facets={counted.facets} names={names} total={data.total} isPartial={isPartial} onClose={() => setSheetOpen(false)} />
        )}
      </Suspense>
    </div>
  );
}
