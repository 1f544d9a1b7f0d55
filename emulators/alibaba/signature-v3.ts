import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { type WireRequest, VendorError } from "../exchange.ts";
import { canonicalQuery } from "../canonical-query.ts";

const ALGORITHM = "ACS3-HMAC-SHA256";
const MUST_BE_SIGNED = ["host", "x-acs-action", "x-acs-version", "x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256"];

/** A parsed `Authorization: ACS3-HMAC-SHA256 Credential=…,SignedHeaders=…,Signature=…`. */
export interface V3Claim {
  accessKeyId: string;
  signedHeaders: string[];
  signature: string;
}

/** Throws IncompleteSignature when the header is not of that form. */
export function parseV3(authorization: string): V3Claim {
  const match = /^ACS3-HMAC-SHA256 Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/.exec(authorization);
  if (!match) throw new VendorError(400, "IncompleteSignature", "The request signature does not conform to Aliyun standards.");
  return { accessKeyId: match[1] ?? "", signedHeaders: (match[2] ?? "").split(";"), signature: match[3] ?? "" };
}

/**
 * Checks body hash, signed headers and signature, as "V3 request structure and signature" says.
 * The path is taken as sent; the query is decoded and encoded anew, because the vendor's own client sends `* ! ( )` raw and signs them encoded.
 */
export function verifyV3(request: WireRequest, claim: V3Claim, secret: string): void {
  const bodyHash = sha256(request.body);
  if (request.headers["x-acs-content-sha256"] !== bodyHash) throw mismatch("the payload hash is another");
  const mustBeSigned = [...MUST_BE_SIGNED, ...Object.keys(request.headers).filter((name) => name.startsWith("x-acs-"))];
  const unsigned = mustBeSigned.filter((name) => !claim.signedHeaders.includes(name));
  if (unsigned.length > 0) throw new VendorError(400, "IncompleteSignature", `These headers must be signed: ${[...new Set(unsigned)].join(", ")}.`);
  const canonical = canonicalRequest(request, claim.signedHeaders, bodyHash);
  const text = `${ALGORITHM}\n${sha256(canonical)}`;
  const expected = createHmac("sha256", secret).update(text).digest();
  if (!timingSafeEqual(expected, Buffer.from(claim.signature, "hex")))
    throw mismatch(`server string to sign is:${text} server canonicalizedRequest is:${canonical}`);
}

function canonicalRequest(request: WireRequest, signedHeaders: readonly string[], bodyHash: string): string {
  const names = [...signedHeaders].sort();
  const headers = names.map((name) => `${name}:${(request.headers[name] ?? "").trim()}\n`).join("");
  return [request.method, request.path || "/", canonicalQuery(request.query), headers, names.join(";"), bodyHash].join("\n");
}

function mismatch(detail: string): VendorError {
  return new VendorError(400, "SignatureDoesNotMatch", `Specified signature is not matched with our calculation. ${detail}`);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
