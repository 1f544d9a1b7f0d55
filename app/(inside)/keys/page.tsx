import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { KeysPage } from "#components/keys/keys-page.tsx";
import { keyView, requestOf } from "#components/keys/key-view.ts";
import { pageScope } from "#lib/auth/page-scope.ts";
import { keyQuery, keysQuery } from "#lib/client/queries.ts";
import { makeQueryClient } from "#lib/client/query-client.ts";
import { getKey } from "#lib/inventory/get-key.ts";
import { listKeys } from "#lib/inventory/list-keys.ts";
import { searchString } from "../../search-string.ts";
import type { Search } from "../../search-string.ts";
import { pageTitle } from "../../words.ts";

export const generateMetadata = (): Promise<Metadata> => pageTitle("place.keys");

/** The first rows are in the HTML: the page asks the inventory itself, and the browser's cache starts with the answer. */
export default async function Keys({ searchParams }: { searchParams: Search }) {
  const scope = await pageScope();
  const { query, request } = keyView(searchString(await searchParams));
  const client = makeQueryClient();
  const { key, live } = query;
  await Promise.all([
    // What the clouds are asked live comes later, from the browser: the page does not wait for it.
    live ? null : client.prefetchQuery({ ...keysQuery(request), queryFn: () => listKeys(scope, requestOf(query)) }),
    key ? client.prefetchQuery({ ...keyQuery(key), queryFn: () => getKey(scope, key) }) : null,
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <KeysPage />
    </HydrationBoundary>
  );
}
