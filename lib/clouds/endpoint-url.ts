import { Refusal } from "../model/refusal.ts";
import type { Cloud } from "./cloud.ts";

/**
 * The address of a service in a region. The region id becomes part of a host name, so its shape is checked here, on the only way to a URL.
 * @param path appended to the template's own path, whether or not that ends in a slash; "" leaves the template's path as written
 * @throws Refusal `unknown_region`
 */
export function endpointUrl(cloud: Pick<Cloud, "regionShape" | "label">, template: string, region: string, path = ""): URL {
  if (!cloud.regionShape.test(region)) throw new Refusal("unknown_region", `This is not a region id of ${cloud.label}.`, "region");
  const url = new URL(template.replaceAll("{region}", region));
  if (path) url.pathname = url.pathname.replace(/\/+$/, "") + path;
  return url;
}
