import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { CloudId } from "#lib/model/vocabulary.ts";
import { type CallLog, createCallLog } from "./calls.ts";
import { control } from "./control.ts";
import type { Dialect, WireReply } from "./exchange.ts";
import { wireRequest } from "./exchange.ts";
import { createFaultScript, type FaultScript } from "./faults.ts";
import { handle } from "./handle.ts";
import { createQuotaGate } from "./quota-gate.ts";
import type { World } from "./world.ts";

/** How far the cloud's clock is from ours: shift it while it runs, and requests dated by our clock are refused beyond 15 minutes. */
export interface CloudClock {
  offsetMs: number;
}

interface ServeSettings {
  port: number;
  control: boolean;
  quotas: boolean;
  /** After so long without a call a kept-alive connection is closed. */
  idleMs: number;
  clock: CloudClock;
}

/** A running emulated cloud. */
export interface Emulator {
  cloud: CloudId;
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** Endpoints by service as `POST /accounts` takes them, `{region}` left in. */
  endpoints: Record<string, string>;
  faults: FaultScript;
  calls: CallLog;
  clock: CloudClock;
  close(): Promise<void>;
}

const BODY_CAP_BYTES = 1_000_000;

/** Serves one dialect on loopback. Rejects when the port is in use (`EADDRINUSE`). */
export async function serveCloud(dialect: Dialect, world: World, settings: ServeSettings): Promise<Emulator> {
  const faults = createFaultScript();
  const calls = createCallLog();
  const quotas = settings.quotas ? createQuotaGate() : null;
  const doomed = new WeakSet<Socket>();
  let inFlight = 0;
  // Tokens of several KB travel in headers: Node's 16 KiB default is what a client must cope with, not the cloud.
  const server = createServer({ maxHeaderSize: 65_536, keepAliveTimeout: settings.idleMs }, (message, response) => {
    inFlight++;
    response.on("close", () => inFlight--);
    serveOne(message, response).catch((error: unknown) => {
      console.error(error);
      send(response, { status: 500, headers: { "content-type": "text/plain" }, body: "the emulator failed" });
    });
  });

  async function serveOne(message: IncomingMessage, response: ServerResponse): Promise<void> {
    if (doomed.has(message.socket)) return void message.socket.resetAndDestroy();
    const request = wireRequest(message, await readBody(message));
    if (settings.control && request.path.startsWith("/_control/"))
      return send(response, control(request, { faults, calls, world, cloud: dialect.cloud, clock: settings.clock }));
    const outcome = await handle(request, { dialect, world, faults, calls, quotas, inFlight });
    if (outcome === "hang") return;
    if (outcome === "reset") return void message.socket.destroy();
    if (outcome.isLast) doomed.add(message.socket);
    send(response, outcome);
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.port, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
  return { cloud: dialect.cloud, origin, endpoints: dialect.endpoints(origin), faults, calls, clock: settings.clock, close };
}

function send(response: ServerResponse, { status, headers, body, drip }: WireReply): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, "content-length": bytes.length });
  if (!drip) return void response.end(bytes);
  let sent = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, sent + drip.bytes));
    sent += drip.bytes;
    if (sent >= bytes.length) response.end();
  }, drip.ms);
  response.on("close", () => clearInterval(timer)).on("finish", () => clearInterval(timer));
}

async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_CAP_BYTES) throw new Error("request body over the cap");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
