import { isIPv4 } from "node:net";
import { Agent } from "undici";
import type { OutboundProxy } from "../model/outbound-proxy.ts";
import type { Destination } from "./allowed-url.ts";
import { guardedLookup } from "./guarded-lookup.ts";
import { CONNECT_MS, HEADER_BYTES } from "./pace.ts";
import { processWide } from "./process-wide.ts";
import { proxiedConnector } from "./proxied-connector.ts";

const OPTIONS = { maxHeaderSize: HEADER_BYTES, keepAliveTimeout: 4_000, pipelining: 1 };

export interface Way {
  destination: Destination;
  proxy: OutboundProxy | null;
}

/** Which connections a call to this host takes; they are shared by all calls of the process. */
export function dispatcherFor(hostname: string, { destination, proxy }: Way): Agent {
  if (proxy === null || (isLoopback(hostname) && !isLoopback(proxy.hostname))) return straight()[destination];
  const known = processWide("proxied", () => new WeakMap<OutboundProxy, Agent>());
  const agent = known.get(proxy) ?? new Agent({ ...OPTIONS, connect: proxiedConnector(proxy) });
  known.set(proxy, agent);
  return agent;
}

function straight(): Record<Destination, Agent> {
  return processWide("agents", () => ({
    cloud: new Agent({ ...OPTIONS, connect: { timeout: CONNECT_MS, lookup: guardedLookup() } }),
    operator: new Agent({ ...OPTIONS, connect: { timeout: CONNECT_MS } }),
  }));
}

/** This machine, for which a proxy elsewhere would take itself; a proxy on this machine means the same by it. */
function isLoopback(hostname: string): boolean {
  return /^(.+\.)?localhost$/.test(hostname) || hostname === "[::1]" || hostname === "::1" || (isIPv4(hostname) && hostname.startsWith("127."));
}
