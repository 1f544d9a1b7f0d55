import type { Metadata } from "next";
import { SourcesPage } from "#components/sources/sources-page.tsx";
import { pageScope } from "#lib/auth/page-scope.ts";

export const metadata: Metadata = { title: "Sources" };

/** The rows come with the frame, which shows their strip on every page. */
export default async function Sources() {
  await pageScope();
  return <SourcesPage />;
}
