import { onTestFinished } from "vitest";
import type { CloudId } from "#lib/model/vocabulary.ts";
import type { Connection } from "../cloud.ts";
import { openIo } from "../http.ts";
import { cloudOf } from "../registry.ts";
import { QUICK } from "./open-emulated.ts";
import { serveLoopback } from "./serve-loopback.ts";

export interface Canned {
  status?: number;
  headers?: Record<string, string>;
  body: string;
}

let opened = 0;

/** A connection whose cloud answers these bodies one after the other (the last one for ever), over real HTTP. `asked` keeps what was sent. */
export async function connectTo(cloud: CloudId, ...answers: (Canned | string)[]): Promise<{ connection: Connection; asked: { url: URL; body: string }[] }> {
  const asked: { url: URL; body: string }[] = [];
  const server = await serveLoopback((response, nth, request) => {
    const canned = answers[Math.min(nth, answers.length) - 1] ?? "";
    const { status = 200, headers = {}, body } = typeof canned === "string" ? { body: canned } : canned;
    const sent = { url: new URL(request.url ?? "/", "http://cloud"), body: "" };
    asked.push(sent);
    request.on("data", (chunk) => {
      sent.body += chunk;
    });
    request.on("end", () => response.writeHead(status, { "x-acs-request-id": "rid-header", "x-request-id": "rid-header", ...headers }).end(body));
  });
  onTestFinished(() => server.close());
  const io = openIo({ cloud: cloudOf(cloud), credentialKey: `canned-${++opened}`, allowedOrigins: [server.origin], pace: { ...QUICK, tries: 1 } });
  const credential = { type: "access-key", accessKeyId: "AK", accessKeySecret: "secret", secretAccessKey: "secret" };
  const endpoints = Object.fromEntries(Object.keys(cloudOf(cloud).endpoints).map((service) => [service, `${server.origin}/${service}/{region}`]));
  return { connection: cloudOf(cloud).connect({ credential, endpoints, projects: {} }, io), asked };
}
