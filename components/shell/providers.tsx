"use client";
import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { ComponentType, ReactNode } from "react";
import { LiveRegion } from "#components/ui/live-region.tsx";
import { NowProvider } from "#components/ui/now.tsx";
import { TimesProvider } from "#components/ui/words.tsx";
import { makeQueryClient } from "#lib/client/query-client.ts";
import type { Times } from "#lib/model/times.ts";
import { CloudsProvider } from "./clouds.tsx";
import type { CloudFace } from "./clouds.tsx";
import { ViewerProvider } from "./viewer.tsx";
import type { Viewer } from "./viewer.tsx";

interface ProvidersProps {
  serverNow: number;
  times: Times;
  clouds: readonly CloudFace[];
  viewer: Viewer;
  children: ReactNode;
}

/** What every signed-in page stands on: the query cache, the time, the clouds and who looks. */
export function Providers({ serverNow, times, clouds, viewer, children }: ProvidersProps) {
  const [client] = useState(makeQueryClient);
  const [Late, setLate] = useState<ComponentType | null>(null);
  useEffect(() => void import("./late-times.tsx").then(({ LateTimes }) => setLate(() => LateTimes)), []);
  return (
    <QueryClientProvider client={client}>
      <NowProvider serverNow={serverNow}>
        <TimesProvider times={times}>
          <CloudsProvider clouds={clouds}>
            <ViewerProvider viewer={viewer}>
              {children}
              <LiveRegion />
              {Late && <Late />}
            </ViewerProvider>
          </CloudsProvider>
        </TimesProvider>
      </NowProvider>
    </QueryClientProvider>
  );
}
