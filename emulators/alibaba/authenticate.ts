import { type WireRequest, VendorError } from "../exchange.ts";
import type { AlibabaHouse } from "./call.ts";
import type { Session } from "./sessions.ts";
import { verifyV1 } from "./signature-v1.ts";
import { parseV3, verifyV3 } from "./signature-v3.ts";

const WINDOW_MS = 15 * 60_000;

/** Who signed this call. Throws the gateway's refusals: unknown key, stale date, wrong signature, used nonce, wrong token. */
export function authenticate(request: WireRequest, params: URLSearchParams, house: AlibabaHouse): { session: Session; accessKeyId: string } {
  const authorization = request.headers.authorization;
  if (authorization === undefined && !params.has("Signature")) throw new VendorError(400, "MissingAccessKeyId", "AccessKeyId is mandatory for this action.");
  const signed = authorization === undefined ? fromV1(request, params) : fromV3(request, authorization);
  const session = house.sessions.get(signed.accessKeyId);
  if (!session) throw new VendorError(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
  checkDate(signed.date, house.now());
  signed.verify(session.secret);
  checkNonce(`${signed.accessKeyId}|${signed.nonce}`, house);
  checkToken(signed.securityToken, session, house.now());
  return { session, accessKeyId: signed.accessKeyId };
}

interface Signed {
  accessKeyId: string;
  date: string;
  nonce: string;
  securityToken: string | null;
  verify(secret: string): void;
}

function fromV3(request: WireRequest, authorization: string): Signed {
  const claim = parseV3(authorization);
  return {
    accessKeyId: claim.accessKeyId,
    date: request.headers["x-acs-date"] ?? "",
    nonce: request.headers["x-acs-signature-nonce"] ?? "",
    securityToken: request.headers["x-acs-security-token"] ?? null,
    verify: (secret) => verifyV3(request, claim, secret),
  };
}

function fromV1(request: WireRequest, params: URLSearchParams): Signed {
  if (params.get("SignatureMethod") !== "HMAC-SHA1") throw new VendorError(400, "InvalidSignatureMethod", "Specified signature method is not valid.");
  return {
    accessKeyId: params.get("AccessKeyId") ?? "",
    date: params.get("Timestamp") ?? "",
    nonce: params.get("SignatureNonce") ?? "",
    securityToken: params.get("SecurityToken"),
    verify: (secret) => verifyV1(request.method, params, secret),
  };
}

function checkDate(date: string, now: Date): void {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date))
    throw new VendorError(400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
  if (Math.abs(Date.parse(date) - now.getTime()) > WINDOW_MS)
    throw new VendorError(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
}

function checkNonce(nonce: string, house: AlibabaHouse): void {
  const now = house.now().getTime();
  for (const [old, at] of house.nonces) {
    if (now - at <= 2 * WINDOW_MS) break;
    house.nonces.delete(old);
  }
  if (house.nonces.has(nonce)) throw new VendorError(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
  house.nonces.set(nonce, now);
}

function checkToken(given: string | null, session: Session, now: Date): void {
  if (session.securityToken === null) return;
  if (given === null) throw new VendorError(400, "MissingSecurityToken", "SecurityToken is mandatory for this action.");
  if (given !== session.securityToken)
    throw new VendorError(400, "InvalidSecurityToken.MismatchWithAccessKey", "Specified SecurityToken mismatch with the AccessKey.");
  if (session.expiresAt && session.expiresAt <= now) throw new VendorError(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");
}
