"use client";
import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import type { ReactNode } from "react";
import { LiveRegion } from "#components/ui/live-region.tsx";
import { NowProvider } from "#components/ui/now.tsx";
import { makeQueryClient } from "#lib/client/query-client.ts";
import { CloudsProvider } from "./clouds.tsx";
import type { CloudFace } from "./clouds.tsx";
import { ViewerProvider } from "./viewer.tsx";
import type { Viewer } from "./viewer.tsx";

interface ProvidersProps {
  serverNow: number;
  clouds: readonly CloudFace[];
  viewer: Viewer;
  children: ReactNode;
}

/** What every signed-in page stands on: the query cache, the time, the clouds and who looks. */
export function Providers({ serverNow, clouds, viewer, children }: ProvidersProps) {
  const [client] = useState(makeQueryClient);
  return (
    <QueryClientProvider client={client}>
      <NowProvider serverNow={serverNow}>
        <CloudsProvider clouds={clouds}>
          <ViewerProvider viewer={viewer}>
            {children}
            <LiveRegion />
          </ViewerProvider>
        </CloudsProvider>
      </NowProvider>
    </QueryClientProvider>
  );
}
