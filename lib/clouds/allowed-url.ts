import { isIP } from "node:net";
import type { Cloud } from "./cloud.ts";

/** `cloud`: one of the cloud's own API hosts. `operator`: an origin that whoever runs this has allowed by name. */
export type Destination = "cloud" | "operator";

/**
 * Where a URL leads, or null when no credential may be sent there. Judged on what WHATWG `URL` parsed, since it folds
 * `0x7f.1`, `2130706433` and full-width digits to 127.0.0.1: compare after parsing, never before.
 */
export function allowedUrl(cloud: Pick<Cloud, "hosts" | "regionShape">, url: URL, allowedOrigins: readonly string[]): Destination | null {
  if (url.username || url.password || url.hash) return null;
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  if (allowedOrigins.some((origin) => URL.parse(origin)?.origin === url.origin)) return "operator";
  if (url.protocol !== "https:" || url.port !== "" || isAddress(url.hostname)) return null;
  return cloud.hosts.some((host) => isHost(host, url.hostname, cloud.regionShape)) ? "cloud" : null;
}

function isAddress(hostname: string): boolean {
  return hostname.startsWith("[") || isIP(hostname) !== 0;
}

function isHost(pattern: string, hostname: string, regionShape: RegExp): boolean {
  const [before = "", after] = pattern.split("{region}");
  if (after === undefined) return hostname === pattern;
  if (!hostname.startsWith(before) || !hostname.endsWith(after) || hostname.length <= before.length + after.length) return false;
  return regionShape.test(hostname.slice(before.length, hostname.length - after.length));
}
