import type { ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import { CloudError, type FailureKind } from "#lib/model/problem.ts";
import type { Incoming, Io, OutgoingCall } from "../cloud.ts";
import { type CallReport, openIo } from "../http.ts";
import type { Pace } from "../pace.ts";
import { cloudOf } from "../registry.ts";
import { QUICK } from "./open-emulated.ts";
import { type Loopback, serveLoopback } from "./serve-loopback.ts";

/** Stands in the authorization header of every call, and may stand nowhere else. */
export const SECRET = "canary-authorization-5d1c";

export interface Vendor {
  server: Loopback;
  io: Io;
  reports: CallReport[];
  call(more?: Partial<OutgoingCall<string>>): OutgoingCall<string>;
}

let opened = 0;

/** A vendor of a few lines, whose error body is the kind itself, and a way out to it. Closed when the test is over. */
export async function serveVendor(answer: (response: ServerResponse, nth: number) => void, pace: Partial<Pace> = {}): Promise<Vendor> {
  const server = await serveLoopback(answer);
  onTestFinished(() => server.close());
  const reports: CallReport[] = [];
  const io = openIo({
    cloud: cloudOf("alibaba"),
    credentialKey: `vendor-${++opened}`,
    allowedOrigins: [server.origin],
    pace: { ...QUICK, ...pace },
    random: () => 0.5,
    onCall: (report) => reports.push(report),
  });
  const build = () => ({ method: "POST" as const, url: new URL(server.origin), headers: { authorization: SECRET }, body: "" });
  return { server, io, reports, call: (more = {}) => ({ operation: "Ask", region: "cn-hangzhou", build, read, ...more }) };
}

function read(answer: Incoming): string {
  if (answer.status < 300) return answer.text;
  throw new CloudError({ kind: answer.text as FailureKind, operation: "Ask", code: `HTTP ${answer.status}`, message: "refused", status: answer.status });
}
