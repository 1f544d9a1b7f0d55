import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AccountPage } from "#components/accounts/account-page.tsx";
import { offerOf } from "#components/accounts/offer-of.ts";
import { pageTitle, readWords } from "../../../words.ts";
import { NotAllowed } from "#components/shell/not-allowed.tsx";
import { getAccount } from "#lib/accounts/list-accounts.ts";
import { pageScope } from "#lib/auth/page-scope.ts";
import { cloudOf } from "#lib/clouds/registry.ts";
import { Refusal } from "#lib/model/refusal.ts";
import { roleAtLeast } from "#lib/model/scope.ts";
import type { Search } from "../../../search-string.ts";

export const generateMetadata = (): Promise<Metadata> => pageTitle("accounts.one");

export default async function AccountDetail({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Search }) {
  const scope = await pageScope();
  const { t } = await readWords();
  if (!roleAtLeast(scope.role, "operator")) return <NotAllowed what="accounts.editing" least="operator" t={t} />;
  const account = await getAccount(scope, (await params).id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  });
  return <AccountPage key={account.id} account={account} offer={offerOf(cloudOf(account.cloud))} checksNow={(await searchParams).check === "now"} />;
}
