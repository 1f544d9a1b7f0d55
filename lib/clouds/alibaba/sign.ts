import { createHash, createHmac, randomUUID } from "node:crypto";
import type { OutgoingRequest } from "../cloud.ts";
import { canonicalQuery } from "../rfc3986.ts";

const ALGORITHM = "ACS3-HMAC-SHA256";

export interface SigningKey {
  id: string;
  secret: string;
  /** Of temporary keys only. */
  token: string | null;
}

export interface RpcRequest {
  /** Scheme, host and path; its query is replaced. */
  endpoint: URL;
  action: string;
  version: string;
  params: Readonly<Record<string, string>>;
  at: Date;
  nonce?: string;
}

/**
 * A request in the vendor's RPC style: POST, parameters in the query, empty body.
 * Source: help centre, "V3 request structure and signature". The secret signs as it is, without key derivation.
 */
export function signAcs3(request: RpcRequest, key: SigningKey): OutgoingRequest {
  const url = new URL(request.endpoint);
  const query = canonicalQuery(Object.entries(request.params));
  url.search = query;
  const signed: Record<string, string> = {
    host: url.host,
    "x-acs-action": request.action,
    "x-acs-content-sha256": sha256(""),
    "x-acs-date": request.at.toISOString().replace(/\.\d{3}Z$/, "Z"),
    "x-acs-signature-nonce": request.nonce ?? randomUUID(),
    "x-acs-version": request.version,
    ...(key.token === null ? {} : { "x-acs-accesskey-id": key.id, "x-acs-security-token": key.token }),
  };
  const names = Object.keys(signed).sort();
  const canonical = ["POST", url.pathname, query, ...names.map((name) => `${name}:${signed[name]?.trim()}`), "", names.join(";"), sha256("")].join("\n");
  const signature = createHmac("sha256", key.secret)
    .update(`${ALGORITHM}\n${sha256(canonical)}`)
    .digest("hex");
  const authorization = `${ALGORITHM} Credential=${key.id},SignedHeaders=${names.join(";")},Signature=${signature}`;
  return { method: "POST", url, headers: { ...signed, accept: "application/json", authorization }, body: "" };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
