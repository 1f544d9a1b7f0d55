import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { CheckPage } from "#components/accounts/bulk-check/check-page.tsx";
import { NotAllowed } from "#components/shell/not-allowed.tsx";
import { listAccounts } from "#lib/accounts/list-accounts.ts";
import { pageScope } from "#lib/auth/page-scope.ts";
import { accountsQuery } from "#lib/client/queries.ts";
import { makeQueryClient } from "#lib/client/query-client.ts";
import { roleAtLeast } from "#lib/model/scope.ts";
import type { Search } from "../../../search-string.ts";
import { pageTitle, readWords } from "../../../words.ts";

export const generateMetadata = (): Promise<Metadata> => pageTitle("accounts.check");

export default async function Check({ searchParams }: { searchParams: Search }) {
  const scope = await pageScope();
  const { t } = await readWords();
  if (!roleAtLeast(scope.role, "operator")) return <NotAllowed what="accounts.check" least="operator" t={t} />;
  const client = makeQueryClient();
  await client.prefetchQuery({ ...accountsQuery(), queryFn: () => listAccounts(scope) });
  const given = [(await searchParams).account ?? []].flat().flatMap((ids) => ids.split(","));
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <CheckPage given={given} />
    </HydrationBoundary>
  );
}
