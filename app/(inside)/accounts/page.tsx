import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { AccountsPage } from "#components/accounts/accounts-page.tsx";
import { listAccounts } from "#lib/accounts/list-accounts.ts";
import { pageScope } from "#lib/auth/page-scope.ts";
import { accountsQuery } from "#lib/client/queries.ts";
import { makeQueryClient } from "#lib/client/query-client.ts";
import { pageTitle } from "../../words.ts";

export const generateMetadata = (): Promise<Metadata> => pageTitle("place.accounts");

export default async function Accounts() {
  const scope = await pageScope();
  const client = makeQueryClient();
  await client.prefetchQuery({ ...accountsQuery(), queryFn: () => listAccounts(scope) });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <AccountsPage />
    </HydrationBoundary>
  );
}
