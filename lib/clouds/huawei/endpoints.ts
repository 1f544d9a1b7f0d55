import type { Cloud, ConnectionSettings } from "../cloud.ts";
import { endpointUrl } from "../endpoint-url.ts";
import { DIALECTS, dialectOf } from "./dialects.ts";

export interface Endpoints {
  cloud: Pick<Cloud, "regionShape" | "label">;
  overrides: ConnectionSettings["endpoints"];
  /** The account's region where IAM calls go that belong to none; null = the vendor's central host. */
  home: string | null;
}

export function kmsUrl(endpoints: Endpoints, region: string, path: string): URL {
  return endpointUrl(endpoints.cloud, endpoints.overrides.kms ?? dialectOf(region).kms, region, path);
}

export function iamUrl(endpoints: Endpoints, region: string | null, path: string): URL {
  const place = region ?? endpoints.home;
  const own = place === null ? (DIALECTS[0]?.centralIam ?? "") : dialectOf(place).iam;
  return endpointUrl(endpoints.cloud, endpoints.overrides.iam ?? own, place ?? "cn-north-4", path);
}

/** Names the addresses that a credential is used at: what one site gives is nothing to another. */
export const placeOf = ({ overrides, home }: Endpoints): string => JSON.stringify([Object.entries(overrides).sort(), home]);
