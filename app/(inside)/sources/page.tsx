import type { Metadata } from "next";
import { SourcesPage } from "#components/sources/sources-page.tsx";
import { pageScope } from "#lib/auth/page-scope.ts";
import { pageTitle } from "../../words.ts";

export const generateMetadata = (): Promise<Metadata> => pageTitle("place.sources");

/** The rows come with the frame, which shows their strip on every page. */
export default async function Sources() {
  await pageScope();
  return <SourcesPage />;
}
