import type { Socket } from "node:net";
import { buildConnector } from "undici";
import type { OutboundProxy } from "../model/outbound-proxy.ts";
import { openTunnel } from "./open-tunnel.ts";
import { CONNECT_MS } from "./pace.ts";
import { ProxyFailure } from "./proxy-failure.ts";

/**
 * How long nobody asks a proxy that refused its password: shortly the first time, which may have been the directory's own hiccup. Company directories lock a
 * user after some five wrong ones in half an hour, and web server and worker ask for themselves.
 */
const FIRST_REST_MS = 60_000;
const NEXT_REST_MS = 30 * 60_000;

/**
 * Connects through the proxy: always by a tunnel, also for plain `http:`, so that the proxy's words can never be taken for the cloud's. TLS goes to the cloud's
 * own host, whose certificate is checked as ever.
 */
export function proxiedConnector(proxy: OutboundProxy): buildConnector.connector {
  const secure = buildConnector({ timeout: CONNECT_MS });
  const tunnel = carefulTunnels(proxy);
  return (target, done) => {
    const { host = target.hostname, port, protocol } = target;
    const isSecure = protocol === "https:";
    const opened = (socket: Socket) => (isSecure ? secure({ ...target, httpSocket: socket }, done) : done(null, socket));
    tunnel(port ? host : `${host}:${isSecure ? 443 : 80}`).then(opened, (error: Error) => done(error, null));
  };
}

/** Until the proxy has taken somebody, one goes first; after a refused password nobody goes for a while, and longer each time. */
function carefulTunnels(proxy: OutboundProxy): (to: string) => Promise<Socket> {
  let isTaken = false;
  let first: Promise<Socket> | null = null;
  let hasRested = false;
  let restsUntil = 0;
  return async (to) => {
    if (!isTaken && first) await Promise.allSettled([first]);
    if (performance.now() < restsUntil) throw new ProxyFailure("proxy_authentication", { to, told: "" });
    const opening = openTunnel(proxy, to);
    first ??= opening;
    try {
      const socket = await opening;
      isTaken = true;
      hasRested = false;
      return socket;
    } catch (error) {
      if (error instanceof ProxyFailure && error.code === "proxy_authentication") {
        isTaken = false;
        // Of those that were under way together, the first says it for all.
        if (performance.now() >= restsUntil) restsUntil = performance.now() + (hasRested ? NEXT_REST_MS : FIRST_REST_MS);
        hasRested = true;
      }
      throw error;
    } finally {
      if (first === opening) first = null;
    }
  };
}
