import { allowedUrl } from "../clouds/allowed-url.ts";
import type { Cloud } from "../clouds/cloud.ts";
import type { ConsoleLink, KeyRow } from "../model/key.ts";

/** The way to a key in its cloud's own console, or why there is none. `endpoints`: the overrides of its account, by service. */
export function consoleLink(cloud: Cloud, endpoints: Readonly<Record<string, string>>, key: Pick<KeyRow, "region" | "keyId" | "manager">): ConsoleLink {
  const isOwn = (template: string) => {
    const url = URL.parse(template.replaceAll("{region}", key.region));
    return url !== null && allowedUrl(cloud, url, []) === "cloud";
  };
  if (!Object.values(endpoints).every(isOwn)) return { url: null, because: "own-endpoint" };
  const url = cloud.consoleUrl?.(key) ?? null;
  return url ? { url } : { url: null, because: "no-address" };
}
