"use client";
import { CloudTile } from "#components/shell/clouds.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { Overview } from "#lib/model/overview.ts";
import { CELL_LOOKS, MapCell } from "./map-cell.tsx";
import { type CoverageMap, isDenseMap } from "./map-rows.ts";
import { keysHref, type PlaceView } from "./place-view.ts";

interface CoverageCardProps {
  map: CoverageMap;
  overview: Overview;
  view: PlaceView;
  isPartial: boolean;
  className?: string;
}

/** The map of accounts × regions: what was read, when, and what was not. */
export function CoverageCard({ map, overview, view, isPartial, className = "" }: CoverageCardProps) {
  const t = useWords();
  const format = useFormat();
  const { regions, rows } = map;
  const isDense = isDenseMap(map);
  const at = (place: Record<string, string>) => keysHref(view, new URLSearchParams(place).toString());
  const number = (count: number, partial: boolean, place: Record<string, string>) => (
    <PageLink href={at(place)} className="inline-flex h-6 items-center rounded-token px-1 hover:underline touch:h-11">
      {format.count(count, partial)}
      <span className="sr-only"> {t("overview.keys")}</span>
    </PageLink>
  );
  return (
    <section aria-labelledby="coverage-map" className={`min-w-0 rounded-card border border-line bg-surface ${className}`}>
      <header className="flex min-h-10 items-center gap-2 border-b border-line px-3.5 py-1.5">
        <h2 id="coverage-map" className="font-strong">
          {t("overview.map")}
        </h2>
        <span className="flex-1 truncate text-ink-3">{t("overview.map.aside")}</span>
        <PageLink href="/sources" className="flex h-6 items-center text-accent hover:underline touch:h-10">
          {t("coverage.all-sources")}
        </PageLink>
      </header>
      <div className="relative max-h-[1140px] overflow-auto px-3.5 quiet-scroll print-flow">
        <table className={`map-table ${isDense ? "map-dense" : ""}`}>
          <caption className="sr-only">{t("overview.map.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("field.account")}</th>
              {regions.map(({ region }) => (
                <th key={region} scope="col">
                  <span className="mono">{region}</span>
                </th>
              ))}
              <th scope="col">{t("place.keys")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ account, cloud, cells, count, isPartial: partial }) => (
              <tr key={account.id}>
                <th scope="row">
                  <span className="flex items-center gap-2">
                    <CloudTile id={cloud} />
                    <span className="truncate" title={account.name}>
                      {account.name}
                    </span>
                  </span>
                </th>
                {regions.map(({ region }) => {
                  const cell = cells.get(region);
                  return (
                    <td key={region}>
                      {cell ? (
                        <MapCell cell={cell} isDense={isDense} href={at({ account: account.id, region })} />
                      ) : (
                        <>
                          <span aria-hidden="true">·</span>
                          <span className="sr-only">{t("overview.map.nothing")}</span>
                        </>
                      )}
                    </td>
                  );
                })}
                <td>{number(count, partial, { account: account.id })}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("overview.map.total")}</th>
              {regions.map(({ region, count, isPartial: partial }) => (
                <td key={region}>{number(count, partial, { region })}</td>
              ))}
              <td className="font-strong">{number(overview.total, isPartial, {})}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <ul className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-3.5 py-2 text-token text-ink-2">
        {(["read", "stale", "unread", "not-enabled"] as const).map((standing) => (
          <li key={standing} className="flex items-center gap-2">
            <span aria-hidden="true" className={`size-3.5 rounded-token border [print-color-adjust:exact] ${CELL_LOOKS[standing]}`} />
            {t(standing === "read" && !isDense ? "overview.map.read.age" : `overview.map.${standing}`)}
          </li>
        ))}
        <li className="flex items-center gap-2">
          <span aria-hidden="true">·</span>
          <span className="inline-block first-letter:uppercase">{t("overview.map.nothing")}</span>
        </li>
        {overview.coverage.unlisted !== null && overview.coverage.unlisted.length > 0 && (
          <li className="ml-auto text-ink-3">{t("overview.map.unlisted", { count: overview.coverage.unlisted.length })}</li>
        )}
      </ul>
    </section>
  );
}
