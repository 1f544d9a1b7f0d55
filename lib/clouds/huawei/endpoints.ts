import type { Cloud, ConnectionSettings } from "../cloud.ts";
import { endpointUrl } from "../endpoint-url.ts";

export interface Endpoints {
  cloud: Pick<Cloud, "regionShape" | "label" | "endpoints">;
  overrides: ConnectionSettings["endpoints"];
  /** Where IAM calls go that belong to no region; null = the vendor's central host. */
  home: string | null;
}

const CENTRAL_IAM = "https://iam.myhuaweicloud.com";

export function kmsUrl(endpoints: Endpoints, region: string, path: string): URL {
  return endpointUrl(endpoints.cloud, endpoints.overrides.kms ?? europe(endpoints.cloud.endpoints.kms ?? "", region), region, path);
}

export function iamUrl(endpoints: Endpoints, region: string | null, path: string): URL {
  const place = region ?? endpoints.home;
  const own = place === null ? CENTRAL_IAM : europe(endpoints.cloud.endpoints.iam ?? "", place);
  return endpointUrl(endpoints.cloud, endpoints.overrides.iam ?? own, place ?? "cn-north-4", path);
}

/**
 * The European site is a cloud of its own under `.eu`; its regions start with `eu-west-1` (`eu-west-101`). `eu-west-0` is another company's.
 * Source: KmsRegion of the vendor's SDK; provider huaweicloud/terraform-provider-huaweicloud.
 */
function europe(template: string, region: string): string {
  return region.startsWith("eu-west-1") ? template.replace(/\.com$/, ".eu") : template;
}
