import { Refusal } from "../model/refusal.ts";
import { allowedUrl } from "./allowed-url.ts";
import type { Cloud } from "./cloud.ts";

/**
 * Refuses an endpoint override that credentials may not be sent to.
 * @param template an address such as `https://kms.{region}.example.org/prefix`; `{region}` may stand in it
 * @param allowedOrigins KEYATLAS_ALLOWED_ENDPOINTS
 * @throws Refusal `endpoint_not_allowed`, naming `field`
 */
export function checkEndpoint(cloud: Cloud, template: string, allowedOrigins: readonly string[], field = "endpoints"): void {
  const url = URL.parse(template.replaceAll("{region}", cloud.regions[0] ?? "region"));
  if (!url || url.search || url.hash || !isPlainPath(template, url))
    throw new Refusal("endpoint_not_allowed", "This is not the address of an endpoint.", field);
  if (allowedUrl(cloud, url, allowedOrigins)) return;
  throw new Refusal(
    "endpoint_not_allowed",
    `${url.protocol}//${url.host} is not one of ${cloud.label}'s own addresses. Whoever runs Keyatlas can allow it with KEYATLAS_ALLOWED_ENDPOINTS.`,
    field,
  );
}

/** Both clouds sign the decoded path, so it must decode; and what a database or a log cannot hold is no address. */
function isPlainPath(template: string, url: URL): boolean {
  try {
    return !/[\p{Cc}\p{Cs}]/u.test(template + decodeURIComponent(url.pathname));
  } catch {
    return false;
  }
}
