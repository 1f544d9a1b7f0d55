import { request } from "node:http";
import type { Socket } from "node:net";
import type { OutboundProxy } from "../model/outbound-proxy.ts";
import { CONNECT_MS, HEADER_BYTES } from "./pace.ts";
import { ProxyFailure, type ProxyFault } from "./proxy-failure.ts";

/**
 * Asks the proxy for a connection to `to`, a host with its port (RFC 9110, 9.3.6). undici's own proxy agent gives a CONNECT that hangs five minutes,
 * and tells a refusal by words of its own.
 * @throws ProxyFailure
 */
export function openTunnel(proxy: OutboundProxy, to: string): Promise<Socket> {
  const basic = proxy.authorization();
  return new Promise((resolve, reject) => {
    const asked = request({
      host: proxy.hostname,
      port: proxy.port,
      method: "CONNECT",
      path: to,
      headers: { host: to, "user-agent": "keyatlas", ...(basic === null ? {} : { "proxy-authorization": basic }) },
      agent: false,
      maxHeaderSize: HEADER_BYTES,
    });
    const late = setTimeout(() => asked.destroy(new ProxyFailure("proxy_timeout", { to, told: "" })), CONNECT_MS);
    asked.once("connect", ({ statusCode = 0 }, socket, head) => {
      clearTimeout(late);
      const fault = faultOf(statusCode, head);
      if (fault === null) return resolve(socket as Socket);
      socket.destroy();
      reject(new ProxyFailure(fault, { to, told: fault === "proxy_protocol" ? "an answer before any question" : String(statusCode) }));
    });
    asked.once("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(late);
      reject(error instanceof ProxyFailure ? error : new ProxyFailure(codeFault(error.code), { to, told: error.code ?? error.name }));
    });
    asked.end();
  });
}

/** Nobody speaks before we do: what came already would be taken for the answer to the first call. */
function faultOf(status: number, head: Buffer): ProxyFault | null {
  if (status === 407) return "proxy_authentication";
  if (status >= 200 && status < 300) return head.length === 0 ? null : "proxy_protocol";
  return status >= 400 && status < 500 ? "proxy_refused" : "proxy_failed";
}

const codeFault = (code = ""): ProxyFault => (code.startsWith("HPE_") ? "proxy_protocol" : "proxy_unreachable");
