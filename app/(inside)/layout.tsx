import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { PrintLine } from "#components/shell/print-line.tsx";
import { Providers } from "#components/shell/providers.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { pageScope } from "#lib/auth/page-scope.ts";
import { sourcesQuery } from "#lib/client/queries.ts";
import { makeQueryClient } from "#lib/client/query-client.ts";
import { CLOUD_REGISTRY } from "#lib/clouds/registry.ts";
import { env } from "#lib/env.ts";
import { listSources } from "#lib/inventory/list-sources.ts";
import { readTimes } from "../times.ts";
import { readWords } from "../words.ts";

/** The frame of every signed-in page. Each page asks for its own scope again: a layout is no guard. */
export default async function InsideLayout({ children }: { children: ReactNode }) {
  const scope = await pageScope();
  const { t, language } = await readWords();
  const client = makeQueryClient();
  await client.prefetchQuery({ ...sourcesQuery(), queryFn: () => listSources(scope) });
  const clouds = Object.values(CLOUD_REGISTRY).map(({ id, label, labelZh, letter }) => ({
    id,
    label: language === "zh" ? labelZh : label,
    english: label,
    letter,
  }));
  const viewer = { id: scope.actor.id, name: scope.actor.name, role: scope.role, groups: scope.groups };
  return (
    <Providers serverNow={Date.now()} times={await readTimes(scope)} clouds={clouds} viewer={viewer}>
      <HydrationBoundary state={dehydrate(client)}>
        <div className="flex min-h-full flex-col md:h-full print-flow">
          <PrintLine origin={env().url} viewer={viewer.name} />
          <TopBar viewer={viewer} t={t} />
          <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none md:overflow-auto print-flow">
            {children}
          </main>
        </div>
      </HydrationBoundary>
    </Providers>
  );
}
