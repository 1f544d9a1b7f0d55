import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { lookOf } from "#components/keys/columns/table-look.ts";
import { TableButtons } from "#components/keys/columns/table-buttons.tsx";
import { KeysPage } from "#components/keys/keys-page.tsx";
import { keyView, requestOf, storedCountsOf } from "#components/keys/key-view.ts";
import { currentView } from "#components/keys/views/current-view.ts";
import { ViewMenu } from "#components/keys/views/view-menu.tsx";
import { startHref } from "#components/keys/views/view-query.ts";
import { pageScope } from "#lib/auth/page-scope.ts";
import { keyQuery, keysQuery } from "#lib/client/queries.ts";
import { makeQueryClient } from "#lib/client/query-client.ts";
import { preferencesQuery, viewsQuery } from "#lib/client/view-queries.ts";
import { getKey } from "#lib/inventory/get-key.ts";
import { listKeys } from "#lib/inventory/list-keys.ts";
import { listViews } from "#lib/views/list-views.ts";
import { readPreferences } from "#lib/views/preferences.ts";
import { chosenDensity } from "../../preferences.ts";
import { searchString } from "../../search-string.ts";
import type { Search } from "../../search-string.ts";
import { pageTitle, readWords } from "../../words.ts";

export const generateMetadata = (): Promise<Metadata> => pageTitle("place.keys");

/** The first rows are in the HTML: the page asks the inventory itself, and the browser's cache starts with the answer. */
export default async function Keys({ searchParams }: { searchParams: Search }) {
  const scope = await pageScope();
  const search = searchString(await searchParams);
  const [views, chosen] = await Promise.all([listViews(scope), readPreferences(scope)]);
  const start = search === "" ? startHref(views, chosen.pageSize) : null;
  // The address always says what is shown: it can be sent to somebody who starts elsewhere.
  if (start) redirect(start);
  const { query, request, counts, shared } = keyView(search);
  const client = makeQueryClient();
  const { key, live } = query;
  await Promise.all([
    // What the clouds are asked live comes later, from the browser: the page does not wait for it, and has the inventory's counts meanwhile.
    live
      ? client.prefetchQuery({ ...keysQuery(counts.stored), queryFn: () => listKeys(scope, storedCountsOf(query)) })
      : client.prefetchQuery({ ...keysQuery(request), queryFn: () => listKeys(scope, requestOf(query)) }),
    key ? client.prefetchQuery({ ...keyQuery(key), queryFn: () => getKey(scope, key) }) : null,
  ]);
  client.setQueryData(viewsQuery().queryKey, views);
  client.setQueryData(preferencesQuery().queryKey, chosen);
  const { t } = await readWords();
  const viewerId = scope.actor.id;
  const current = currentView(views, shared, { baseId: null, pickedId: null, viewerId });
  const menu = <ViewMenu t={t} views={views} current={current} isAll={shared === ""} viewerId={viewerId} size={chosen.pageSize} Link="a" />;
  const columns = current?.view.columns ?? chosen.columns;
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <div
        className="contents"
        data-density={await chosenDensity(chosen.density)}
        data-look={lookOf(chosen)}
        data-panel-place={chosen.panelPlace ?? "auto"}
        data-panel-size={chosen.panelSize ?? undefined}
      >
        <KeysPage settings={{ columns, widths: chosen.widths, viewId: current?.view.id ?? null, views: menu, buttons: <TableButtons t={t} /> }} />
      </div>
    </HydrationBoundary>
  );
}
