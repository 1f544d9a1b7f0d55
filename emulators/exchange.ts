import type { IncomingMessage } from "node:http";
import type { CloudId } from "#lib/model/vocabulary.ts";
import type { ScriptedFault } from "./faults.ts";
import type { Quota } from "./quota-gate.ts";
import type { WorldAccount } from "./world.ts";

/** A request as it came over the wire. */
export interface WireRequest {
  method: string;
  /** Path and query exactly as sent: both are part of what was signed. */
  path: string;
  rawQuery: string;
  query: URLSearchParams;
  /** Lower-case names; repeated headers are joined by Node. */
  headers: Record<string, string>;
  body: string;
}

export interface WireReply {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** Sends the body in pieces of so many bytes, so many ms apart. */
  drip?: { ms: number; bytes: number };
  /** The connection is cut when the next request comes on it, as one that idled too long. */
  isLast?: boolean;
}

/** What a request asks for, read before anyone judges whether it may. */
export interface Asked {
  operation: string;
  region: string | null;
  project: string | null;
  keyId: string | null;
  /** The vendor's page token as sent: a page number, a marker, or null on a first page. */
  page: string | null;
}

/** How one answer is bent by a fault while it is made. */
export type Twist = "drop-page" | "repeat-page" | { most: number } | null;

/** What every dialect is made with; each takes what concerns it. */
export interface DialectSettings {
  /** Caps every page, whatever was asked for. */
  pageSize: number;
  now: () => Date;
  /** How many characters a token of Huawei's IAM has. */
  tokenLength: number;
  /** Regions of Alibaba Cloud that know only the older filter keys of ListKeys; "all" = everywhere. */
  olderFilters: readonly string[] | "all";
}

/** One emulated cloud behind the common server. Everything vendor-shaped lives behind this. */
export interface Dialect {
  cloud: CloudId;
  endpoints(origin: string): Record<string, string>;
  newRequestId(): string;
  ask(request: WireRequest): Asked;
  /** Checks the signature or token; throws a VendorError. */
  authenticate(request: WireRequest, asked: Asked): WorldAccount | null;
  /** The success body; throws a VendorError. */
  answer(request: WireRequest, asked: Asked, caller: WorldAccount | null, twist: Twist): VendorAnswer;
  reply(answer: VendorAnswer, requestId: string): WireReply;
  refuse(error: VendorError, asked: Asked, requestId: string): WireReply;
  /** The vendor's own words for a scripted refusal. `expire-token` really ends the token or session that this request came with. */
  scripted(fault: ScriptedFault, request: WireRequest, asked: Asked, caller: WorldAccount | null): VendorError;
  /** The quotas that a call draws on. */
  quotas(asked: Asked, caller: WorldAccount): Quota[];
  /** The same answer in the odd shape that documents or old pages show. */
  flatten(body: Record<string, unknown>): Record<string, unknown>;
}

/** The most rows of a page that a fault allows. */
export function mostRows(twist: Twist): number {
  return twist !== null && typeof twist === "object" ? twist.most : Number.POSITIVE_INFINITY;
}

export interface VendorAnswer {
  status?: number;
  headers?: Record<string, string>;
  body: unknown;
}

/** A refusal in the vendor's words. `shape` picks among the vendor's error bodies. */
export class VendorError extends Error {
  readonly status: number;
  readonly code: string;
  readonly shape: string;
  readonly extra: Record<string, unknown>;

  constructor(status: number, code: string, message: string, more: { shape?: string; extra?: Record<string, unknown> } = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.shape = more.shape ?? "plain";
    this.extra = more.extra ?? {};
  }
}

export function wireRequest(message: IncomingMessage, body: string): WireRequest {
  const [path = "/", rawQuery = ""] = splitOnce(message.url ?? "/", "?");
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : (value ?? "")]));
  return { method: message.method ?? "GET", path, rawQuery, query: new URLSearchParams(rawQuery), headers, body };
}

function splitOnce(text: string, at: string): string[] {
  const index = text.indexOf(at);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
