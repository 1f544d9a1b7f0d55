"use client";
import { createContext, useContext, useMemo } from "react";
import type { ReactNode } from "react";
import { ProperNames } from "#components/ui/proper-names.ts";
import { Tile } from "#components/ui/tile.tsx";

/** How a cloud shows itself: told by the server's registry, so that no page knows a cloud by name. */
export interface CloudFace {
  id: string;
  label: string;
  /** What the server's sentences call it. */
  english: string;
  letter: string;
}

const Clouds = createContext<readonly CloudFace[]>([]);

export function CloudsProvider({ clouds, children }: { clouds: readonly CloudFace[]; children: ReactNode }) {
  const names = useMemo(() => new Map(clouds.map(({ english, label }) => [english, label])), [clouds]);
  return (
    <ProperNames value={names}>
      <Clouds value={clouds}>{children}</Clouds>
    </ProperNames>
  );
}

export const useClouds = (): readonly CloudFace[] => useContext(Clouds);

/** The cloud's name in words, or its id if the registry does not know it. */
export function useCloudLabel(): (id: string) => string {
  const clouds = useClouds();
  return (id) => clouds.find((cloud) => cloud.id === id)?.label ?? id;
}

/** The cloud's tile: every second one is filled, so that neighbours differ without colour. */
export function CloudTile({ id, className }: { id: string; className?: string }) {
  const clouds = useClouds();
  const at = clouds.findIndex((cloud) => cloud.id === id);
  const face = clouds[at];
  return <Tile letter={face?.letter ?? "?"} label={face?.label ?? id} filled={at % 2 === 1} className={className} />;
}
