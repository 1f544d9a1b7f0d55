import { createHash, createHmac } from "node:crypto";
import type { OutgoingRequest } from "../cloud.ts";
import { canonicalQuery, rfc3986 } from "../rfc3986.ts";

const ALGORITHM = "SDK-HMAC-SHA256";

export interface SigningKey {
  id: string;
  secret: string;
  /** Of temporary keys only. */
  token: string | null;
}

/** A request before anybody vouches for it. The query of `url` is the one that is sent. */
export interface Draft {
  method: "GET" | "POST";
  url: URL;
  body: string;
  /** The project that the call belongs to, if any. */
  project: string | null;
}

/**
 * Signs with an access key. Source: "AK/SK Signing and Verification" (API Gateway developer guide, api-sign-0001). The secret signs as it is;
 * the path is signed with a slash at its end, even where the real one has none.
 */
export function signSdkHmac(draft: Draft, key: SigningKey, at: Date): OutgoingRequest {
  const signed: Record<string, string> = {
    "content-type": "application/json",
    host: draft.url.host,
    "x-sdk-date": at.toISOString().replaceAll(/[-:]|\.\d{3}/g, ""),
    ...(draft.project === null ? {} : { "x-project-id": draft.project }),
    ...(key.token === null ? {} : { "x-security-token": key.token }),
  };
  const names = Object.keys(signed).sort();
  const headerLines = names.map((name) => `${name}:${signed[name]?.trim()}`);
  const query = canonicalQuery(draft.url.searchParams);
  const canonical = [draft.method, signedPath(draft.url), query, ...headerLines, "", names.join(";"), sha256(draft.body)].join("\n");
  const signature = createHmac("sha256", key.secret)
    .update(`${ALGORITHM}\n${signed["x-sdk-date"]}\n${sha256(canonical)}`)
    .digest("hex");
  const authorization = `${ALGORITHM} Access=${key.id}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
  return { method: draft.method, url: draft.url, headers: { ...signed, authorization }, ...bodyOf(draft) };
}

/** Vouches with a token instead. */
export function withToken(draft: Draft, token: string): OutgoingRequest {
  return { method: draft.method, url: draft.url, headers: { "content-type": "application/json", "x-auth-token": token }, ...bodyOf(draft) };
}

function bodyOf(draft: Draft): { body?: string } {
  return draft.body === "" ? {} : { body: draft.body };
}

function signedPath(url: URL): string {
  const path = url.pathname
    .split("/")
    .map((segment) => rfc3986(decodeURIComponent(segment)))
    .join("/");
  return path.endsWith("/") ? path : `${path}/`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
