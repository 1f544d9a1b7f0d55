import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { OverviewPage } from "#components/overview/overview-page.tsx";
import { placeView } from "#components/overview/place-view.ts";
import { pageScope } from "#lib/auth/page-scope.ts";
import { overviewQuery } from "#lib/client/queries.ts";
import { makeQueryClient } from "#lib/client/query-client.ts";
import { getOverview } from "#lib/inventory/get-overview.ts";
import { searchString } from "../../search-string.ts";
import type { Search } from "../../search-string.ts";
import { readTimes } from "../../times.ts";
import { readWords } from "../../words.ts";
import "./charts.css";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await readWords();
  return { title: t("place.overview") };
}

/** The numbers are in the HTML: the page asks the inventory itself, and the browser's cache starts with the answer. */
export default async function OverviewRoute({ searchParams }: { searchParams: Search }) {
  const scope = await pageScope();
  const { query, request } = placeView(searchString(await searchParams));
  const client = makeQueryClient();
  const { zone } = await readTimes(scope);
  await client.prefetchQuery({ ...overviewQuery(request, zone), queryFn: () => getOverview(scope, query, zone) });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <OverviewPage />
    </HydrationBoundary>
  );
}
