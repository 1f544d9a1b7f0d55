import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { canonicalQuery } from "../canonical-query.ts";
import { encode } from "../encode.ts";
import type { WireRequest } from "../exchange.ts";

const ALGORITHM = "SDK-HMAC-SHA256";

export interface SdkClaim {
  accessKeyId: string;
  signedHeaders: string[];
  signature: string;
}

/** Parses `SDK-HMAC-SHA256 Access=…, SignedHeaders=…, Signature=…`; null when it is not of that form. */
export function parseAuthorization(authorization: string): SdkClaim | null {
  const match = /^SDK-HMAC-SHA256 Access=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/.exec(authorization);
  return match && { accessKeyId: match[1] ?? "", signedHeaders: (match[2] ?? "").split(";"), signature: match[3] ?? "" };
}

/** The canonical request when the signature is wrong (the gateway echoes it), null when it is right. */
export function findMismatch(request: WireRequest, claim: SdkClaim, secret: string): string | null {
  const canonical = canonicalRequest(request, claim.signedHeaders);
  const text = `${ALGORITHM}\n${request.headers["x-sdk-date"] ?? ""}\n${sha256(canonical)}`;
  const expected = createHmac("sha256", secret).update(text).digest();
  return timingSafeEqual(expected, Buffer.from(claim.signature, "hex")) ? null : canonical;
}

/** The canonical path ends with "/" whether the real one does or not. */
function canonicalRequest(request: WireRequest, signedHeaders: readonly string[]): string {
  const segments = request.path
    .split("/")
    .map((segment) => encode(decodeURIComponent(segment)))
    .join("/");
  const path = segments.endsWith("/") ? segments : `${segments}/`;
  const headers = signedHeaders.map((name) => `${name}:${(request.headers[name] ?? "").trim()}\n`).join("");
  return [request.method, path, canonicalQuery(request.query), headers, signedHeaders.join(";"), sha256(request.body)].join("\n");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
