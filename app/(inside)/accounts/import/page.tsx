import type { Metadata } from "next";
import { ImportPage } from "#components/accounts/import/import-page.tsx";
import { offerOf } from "#components/accounts/offer-of.ts";
import { NotAllowed } from "#components/shell/not-allowed.tsx";
import { pageScope } from "#lib/auth/page-scope.ts";
import { CLOUD_REGISTRY } from "#lib/clouds/registry.ts";
import { roleAtLeast } from "#lib/model/scope.ts";
import { pageTitle, readWords } from "../../../words.ts";

export const generateMetadata = (): Promise<Metadata> => pageTitle("accounts.import");

export default async function Import() {
  const scope = await pageScope();
  const { t } = await readWords();
  if (!roleAtLeast(scope.role, "operator")) return <NotAllowed what="accounts.connecting" least="operator" t={t} />;
  return <ImportPage offers={Object.values(CLOUD_REGISTRY).map(offerOf)} />;
}
