"use client";
import { BarList } from "#components/charts/bar-list.tsx";
import { ChartCard } from "#components/charts/chart-card.tsx";
import type { ChartRow } from "#components/charts/chart-look.ts";
import { StackedBar } from "#components/charts/stacked-bar.tsx";
import { CloudTile } from "#components/shell/clouds.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import { MOST_BARS, restHref } from "./rest-rows.ts";
import type { PlaceView } from "./place-view.ts";
import { chartWords, summaryOf } from "./chart-words.ts";

interface FacetCardProps {
  title: string;
  aside?: string;
  rows: readonly ChartRow[];
  field: "cloud" | "account" | "region" | "state" | "family" | "origin" | "protection" | "rotation" | "created";
  view: PlaceView;
  /** The cloud of an account, for its tile. */
  cloudOf?: (account: string) => string | null;
}

/** One field in a picture, with its table. */
export function FacetCard({ title, aside, rows, field, view, cloudOf }: FacetCardProps) {
  const t = useWords();
  const format = useFormat();
  const shown = rows.length > MOST_BARS ? rows.slice(0, MOST_BARS - 1) : rows;
  const rest = rows.slice(shown.length);
  const tile = (row: ChartRow) => {
    const cloud = field === "cloud" ? row.key : field === "account" ? cloudOf?.(row.key) : null;
    return cloud && <CloudTile id={cloud} />;
  };
  const table = {
    head: [title, t("place.keys"), t("overview.share")],
    rows: rows.map(({ key, label, href, shown: count, share }) => ({
      key,
      cells: [
        <PageLink key={key} href={href} className="text-accent hover:underline">
          {label}
        </PageLink>,
        count,
        share,
      ],
    })),
  };
  return (
    <ChartCard title={title} aside={aside} summary={summaryOf(title, rows, t)} words={chartWords(title, t)} table={table}>
      {field === "rotation" ? (
        <StackedBar rows={rows} unit={t("overview.keys")} />
      ) : (
        <BarList
          rows={shown}
          unit={t("overview.keys")}
          mark={field === "cloud" || field === "account" ? tile : undefined}
          rest={
            rest.length > 0 && (
              <li>
                <PageLink
                  href={restHref(view, field, shown)}
                  className="-mx-1.5 flex h-[26px] items-center justify-between rounded-token px-1.5 text-accent hover:bg-hover touch:h-11"
                >
                  <span>{t("overview.more", { count: rest.length })}</span>{" "}
                  <span>
                    {format.count(
                      rest.reduce((sum, { count }) => sum + count, 0),
                      rest.some(({ shown: written }) => written.endsWith("+")),
                    )}
                    <span className="sr-only"> {t("overview.keys")}</span>
                  </span>
                </PageLink>
              </li>
            )
          }
        />
      )}
    </ChartCard>
  );
}
