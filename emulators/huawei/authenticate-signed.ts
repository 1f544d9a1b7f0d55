import { type WireRequest, VendorError } from "../exchange.ts";
import type { WorldAccount } from "../world.ts";
import type { HuaweiHouse } from "./call.ts";
import { gatewayError } from "./errors.ts";
import { findMismatch, parseAuthorization, type SdkClaim } from "./signature.ts";

const WINDOW_MS = 15 * 60_000;
const FAILURES_TO_LOCK = 5;
const LOCK_MS = 5 * 60_000;

/** Who signed this call with SDK-HMAC-SHA256. Five failures in a row lock the access key for five minutes (api-sign-0001). */
export function authenticateSigned(request: WireRequest, house: HuaweiHouse): WorldAccount {
  const claim = parseAuthorization(request.headers.authorization ?? "");
  if (!claim) throw unauthorized("decode authorization header failed");
  const past = house.failures.get(claim.accessKeyId) ?? { inRow: 0, lockedUntil: 0 };
  const now = house.now().getTime();
  if (past.lockedUntil > now) throw unauthorized("AK access failed to reach the limit,forbidden");
  try {
    const account = check(request, claim, house);
    house.failures.delete(claim.accessKeyId);
    return account;
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    const inRow = past.inRow + 1;
    const isLocked = inRow >= FAILURES_TO_LOCK;
    house.failures.set(claim.accessKeyId, { inRow: isLocked ? 0 : inRow, lockedUntil: isLocked ? now + LOCK_MS : 0 });
    throw error;
  }
}

function check(request: WireRequest, claim: SdkClaim, house: HuaweiHouse): WorldAccount {
  const found = findSecret(claim.accessKeyId, house);
  if (!found) throw unauthorized(`Get secretKey failed,ak:${claim.accessKeyId},err:ak not exist`);
  for (const name of ["host", "x-sdk-date"]) if (!claim.signedHeaders.includes(name)) throw unauthorized(`signed header ${name} is missing`);
  if (Math.abs(parseSdkDate(request.headers["x-sdk-date"] ?? "") - house.now().getTime()) > WINDOW_MS) throw unauthorized("x-sdk-date expired");
  if (found.expiresAt && found.expiresAt <= house.now()) throw unauthorized("security token is expired");
  checkToken(request, claim, found.securityToken);
  const mismatch = findMismatch(request, claim, found.secret);
  if (mismatch !== null) throw unauthorized(`verify aksk signature fail, canonicalRequest:${mismatch.replaceAll("\n", "|")}`);
  return found.account;
}

function checkToken(request: WireRequest, claim: SdkClaim, securityToken: string | null): void {
  const given = request.headers["x-security-token"];
  if (securityToken === null && given === undefined) return;
  if (given !== securityToken) throw unauthorized("security token is invalid");
  if (!claim.signedHeaders.includes("x-security-token")) throw unauthorized("x-security-token must be signed");
}

interface SigningKey {
  account: WorldAccount;
  secret: string;
  securityToken: string | null;
  expiresAt: Date | null;
}

function findSecret(accessKeyId: string, house: HuaweiHouse): SigningKey | null {
  const temporary = house.temporary.get(accessKeyId);
  if (temporary) return temporary;
  for (const account of house.world.accounts.filter((each) => each.cloud === "huawei")) {
    for (const credential of [account.credential, ...account.otherCredentials]) {
      if (credential.accessKeyId !== accessKeyId) continue;
      return { account, secret: credential.secretAccessKey ?? "", securityToken: credential.securityToken ?? null, expiresAt: null };
    }
  }
  return null;
}

/** `YYYYMMDDTHHMMSSZ` to ms; NaN-free: a malformed date counts as long gone. */
function parseSdkDate(text: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  return match ? Date.parse(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z`) : 0;
}

function unauthorized(detail: string): VendorError {
  return gatewayError(401, "APIGW.0301", `Incorrect IAM authentication information: ${detail}`);
}
