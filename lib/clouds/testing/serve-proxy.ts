import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { onTestFinished } from "vitest";
import { type OutboundProxy, outboundProxyFrom } from "#lib/model/outbound-proxy.ts";

export interface TestProxy {
  proxy: OutboundProxy;
  /** Hosts with their ports, in the order in which they were asked for. */
  asked: string[];
  /** Calls that came without CONNECT, and those without the right name and password. */
  wrong: string[];
}

export const PROXY_PASSWORD = "canary-proxy-password-7e4b";

/** Answers a CONNECT by itself; true = it did, and no tunnel is made. */
export type Refuse = (socket: Duplex, request: IncomingMessage, nth: number) => boolean;

/** A real HTTP proxy that takes CONNECT alone; it knows the way to every host: a port of this machine. Closed when the test is over. */
export async function serveProxy(portOf: (target: string) => number, refuse: Refuse = () => false): Promise<TestProxy> {
  const asked: string[] = [];
  const wrong: string[] = [];
  const sockets = new Set<Duplex>();
  const kept = <S extends Duplex>(socket: S): S => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => socket.destroy());
    return socket;
  };
  const server = createServer((request, response) => {
    wrong.push(`${request.method} ${request.url}`);
    response.writeHead(400).end();
  });
  const basic = `Basic ${Buffer.from(`ada:${PROXY_PASSWORD}`).toString("base64")}`;
  server.on("connect", (request: IncomingMessage, socket: Socket) => {
    const client = kept(socket);
    asked.push(request.url ?? "");
    if (request.headers["proxy-authorization"] !== basic) wrong.push("no password");
    if (refuse(client, request, asked.length)) return;
    const onward = kept(
      connect(portOf(request.url ?? ""), "127.0.0.1", () => {
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        client.pipe(onward).pipe(client);
      }),
    );
    onward.on("close", () => client.destroy());
    client.on("close", () => onward.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const proxy = outboundProxyFrom(`http://ada:${PROXY_PASSWORD}@127.0.0.1:${(server.address() as AddressInfo).port}`);
  if (!proxy) throw new Error("the test's own proxy cannot be written");
  return { proxy, asked, wrong };
}
