import type { Cloud } from "../clouds/cloud.ts";

interface Settled {
  endpoints: Record<string, string>;
  /** null = all: then the cloud's first region stands for them. */
  regions: readonly string[] | null;
}

/** Whether the credential of an account with these regions may go to this region too. Where all endpoints are its own, no region chooses where it goes. */
export function sharesSite(cloud: Cloud, { endpoints, regions }: Settled, region: string): boolean {
  if (!cloud.site || Object.keys(cloud.endpoints).every((service) => Object.hasOwn(endpoints, service))) return true;
  return cloud.site(homeOf(cloud, regions)) === cloud.site(region);
}

/** Where calls go that belong to no region. */
export const homeOf = (cloud: Cloud, regions: readonly string[] | null): string => regions?.[0] ?? cloud.regions[0] ?? "";
