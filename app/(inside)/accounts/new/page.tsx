import type { Metadata } from "next";
import { ConnectPage } from "#components/accounts/connect-page.tsx";
import { offerOf } from "#components/accounts/offer-of.ts";
import { pageTitle, readWords } from "../../../words.ts";
import { NotAllowed } from "#components/shell/not-allowed.tsx";
import { accountToRepeat } from "#lib/accounts/account-to-repeat.ts";
import { pageScope } from "#lib/auth/page-scope.ts";
import { CLOUD_REGISTRY } from "#lib/clouds/registry.ts";
import { Refusal } from "#lib/model/refusal.ts";
import { roleAtLeast } from "#lib/model/scope.ts";
import type { Search } from "../../../search-string.ts";

export const generateMetadata = (): Promise<Metadata> => pageTitle("accounts.connect");

export default async function Connect({ searchParams }: { searchParams: Search }) {
  const scope = await pageScope();
  const { t } = await readWords();
  if (!roleAtLeast(scope.role, "operator")) return <NotAllowed what="accounts.connecting" least="operator" t={t} />;
  const { like } = await searchParams;
  const repeated =
    typeof like === "string"
      ? await accountToRepeat(scope, like).catch((error: unknown) => {
          if (error instanceof Refusal && error.code === "not_found") return null;
          throw error;
        })
      : null;
  return (
    <ConnectPage
      key={repeated?.account.id ?? ""}
      offers={Object.values(CLOUD_REGISTRY).map(offerOf)}
      repeated={repeated}
      missed={typeof like === "string" && !repeated ? like : null}
    />
  );
}
