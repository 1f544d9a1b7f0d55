import { createHash, createHmac, randomUUID } from "node:crypto";
import { canonicalQuery } from "../canonical-query.ts";

export interface AlibabaRequest {
  url: string;
  action: string;
  credential: Record<string, string>;
  query?: Record<string, string>;
  version?: string;
  /** ISO without milliseconds. */
  date?: string;
  nonce?: string;
  method?: "GET" | "POST";
  /** Headers to add after the signature was made, or to overwrite. */
  tamper?: Record<string, string>;
  /** Query to send instead of the signed one. */
  sendQuery?: Record<string, string>;
}

export interface Answered {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** A signer of ACS3-HMAC-SHA256 for tests, with the means to sign wrongly. */
export async function callAlibaba(request: AlibabaRequest): Promise<Answered> {
  const { method = "POST", query = {}, credential } = request;
  const url = new URL(request.url.endsWith("/") ? request.url : `${request.url}/`);
  const headers: Record<string, string> = {
    host: url.host,
    "x-acs-action": request.action,
    "x-acs-version": request.version ?? (url.pathname === "/sts/" ? "2015-04-01" : "2016-01-20"),
    "x-acs-date": request.date ?? `${new Date().toISOString().slice(0, 19)}Z`,
    "x-acs-signature-nonce": request.nonce ?? randomUUID(),
    "x-acs-content-sha256": sha256(""),
    ...(credential.securityToken ? { "x-acs-accesskey-id": credential.accessKeyId ?? "", "x-acs-security-token": credential.securityToken } : {}),
  };
  const names = Object.keys(headers).sort();
  const canonical = [
    method,
    url.pathname,
    canonicalQuery(Object.entries(query)),
    names.map((name) => `${name}:${headers[name]}\n`).join(""),
    names.join(";"),
    sha256(""),
  ].join("\n");
  const signature = createHmac("sha256", credential.accessKeySecret ?? "")
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest("hex");
  headers.authorization = `ACS3-HMAC-SHA256 Credential=${credential.accessKeyId},SignedHeaders=${names.join(";")},Signature=${signature}`;
  url.search = canonicalQuery(Object.entries(request.sendQuery ?? query));
  const answer = await fetch(url, { method, headers: { ...headers, ...request.tamper }, redirect: "manual" });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: text.startsWith("{") && text.endsWith("}") ? (JSON.parse(text) as Record<string, unknown>) : { text },
  };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
