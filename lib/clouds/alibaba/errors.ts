import { CloudError, type FailureKind } from "../../model/problem.ts";
import type { Incoming } from "../cloud.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import { vendorCode, vendorRequestId } from "../vendor-trace.ts";

const BAD_KEY = "Check the access key in the RAM console and connect the account again.";
const CLOCK = "Set the clock of the machine that Keyatlas runs on.";
const GRANT = "Grant the action in the RAM policy of this user or role.";
const ACTIVATE = "Activate KMS for this account, or leave the region out.";
const ACCOUNT = "The account's owner has to settle this with Alibaba Cloud.";
const OURS = "This is a fault of Keyatlas: please report it with the request id.";

type Rule = readonly [kind: FailureKind, message: string, advice?: string];
const GONE: Rule = ["not-found", "The cloud has no such key."];
const BUSY: Rule = ["throttled", "The cloud asks for fewer calls."];
const DOWN: Rule = ["unavailable", "The cloud could not answer."];
const REFUSED_KEY: Rule = ["auth", "The cloud refused the access key.", BAD_KEY];
const REFUSED_TOKEN: Rule = ["auth", "The cloud refused the temporary access key: its session is over or unknown.", BAD_KEY];
const SKEW: Rule = ["auth", "The request's time is too far from the cloud's.", CLOCK];
const DENIED: Rule = ["forbidden", "This action is not allowed to the access key.", GRANT];
const RISK: Rule = ["forbidden", "The cloud's risk control refused the access key.", ACCOUNT];
const NOT_OPEN: Rule = ["not-enabled", "KMS is not enabled for this account here.", ACTIVATE];
const IN_DEBT: Rule = ["forbidden", "The account is in debt: its keys exist and cannot be read.", ACCOUNT];
const BAD_CALL: Rule = ["protocol", "The cloud did not take the request.", OURS];
const NO_API: Rule = ["protocol", "There is no such API at this address.", "Check the endpoint and the region."];

/**
 * Codes first, status second: the vendor's tables list the same code under different statuses, and a 404 is not always a missing key.
 * Sources: error tables of the Kms 2016-01-20 API metadata; help centre "Service error codes"; Sts 2015-04-01.
 */
const CODES: Readonly<Record<string, Rule>> = {
  "InvalidAccessKeyId.NotFound": REFUSED_KEY,
  "InvalidAccessKeyId.Inactive": REFUSED_KEY,
  InvalidAccessKeyId: REFUSED_KEY,
  "Forbidden.AccessKey": REFUSED_KEY,
  SignatureDoesNotMatch: ["auth", "The access key's secret is wrong.", BAD_KEY],
  IncompleteSignature: REFUSED_KEY,
  InvalidSignatureMethod: REFUSED_KEY,
  MissingAccessKeyId: REFUSED_KEY,
  MissingSecurityToken: ["auth", "A temporary access key needs its security token.", BAD_KEY],
  "InvalidTimeStamp.Expired": SKEW,
  "InvalidTimeStamp.Format": SKEW,
  IllegalTimestamp: SKEW,
  // A nonce is new on every try, so the next one passes.
  SignatureNonceUsed: ["unavailable", "The cloud saw this request before."],
  "Forbidden.NoPermission": DENIED,
  "Forbidden.RAM": DENIED,
  NoPermission: DENIED,
  Forbidden: DENIED,
  "Forbidden.ProhibitedByRiskControl": RISK,
  "Forbidden.RiskControl": RISK,
  "EntityNotExist.Role": ["forbidden", "The role that this account names does not exist.", "Check the role's ARN."],
  "Forbidden.KmsServiceNotEnabled": NOT_OPEN,
  "Forbidden.UbsmsInvalidUserid": NOT_OPEN,
  "Forbidden.UbsmsInvalidBid": NOT_OPEN,
  "Forbidden.InDebt": IN_DEBT,
  "Forbidden.InDebtOverdue": IN_DEBT,
  "Forbidden.KeyNotFound": GONE,
  "Forbidden.AliasNotFound": GONE,
  "Forbidden.KeyVersionNotFound": GONE,
  "Forbidden.ResourceNotFound": GONE,
  "Forbidden.DKMSInstanceNotFound": GONE,
  "EntityNotExist.Key": GONE,
  InvalidParameter: BAD_CALL,
  MissingParameter: BAD_CALL,
  ParseRequestParameterException: BAD_CALL,
  UnsupportedOperation: BAD_CALL,
  "Rejected.UnsupportedOperation": BAD_CALL,
  UnsupportedHTTPMethod: BAD_CALL,
  "Rejected.LimitExceeded": BAD_CALL,
  "InvalidApi.NotFound": NO_API,
  "InvalidAction.NotFound": NO_API,
  InvalidVersion: NO_API,
  InvalidRegionId: ["protocol", "The cloud has no such region.", "Check the account's regions."],
  "InvalidProduct.NotFound": ["protocol", "There is no KMS at this address.", "Check the endpoint and the region."],
  "InvalidProtocol.NeedSsl": ["protocol", "The cloud takes https only.", "Check the endpoint."],
  "Rejected.Throttling": BUSY,
  Throttling: BUSY,
  "Throttling.User": BUSY,
  "Throttling.Api": BUSY,
  // The third is the vendor's own misspelling, in its tables and on the wire.
  InternalFailure: DOWN,
  InternalError: DOWN,
  ServiceUnavailable: DOWN,
  ServiceUnavailableTemporary: DOWN,
  SerivceUnavailableTemporary: DOWN,
};

const PREFIXES: readonly (readonly [string, Rule])[] = [
  ["InvalidAccessKeyId", REFUSED_KEY],
  ["InvalidSecurityToken", REFUSED_TOKEN],
  ["InvalidTimeStamp", SKEW],
  ["Throttling", BUSY],
  ["Missing", BAD_CALL],
  ["InvalidParameter", BAD_CALL],
  ["Rejected.", BAD_CALL],
];

function byStatus(status: number): Rule {
  if (status >= 500 || status === 408) return DOWN;
  if (status === 429) return BUSY;
  if (status === 401) return REFUSED_KEY;
  if (status === 403) return DENIED;
  if (status >= 300 && status < 400) return ["protocol", "The cloud answered with a redirect, which is never followed.", "Check the endpoint."];
  return ["protocol", "The cloud answered with an error that nobody knows."];
}

/** The error of an answer that names a code, whatever its status. The vendor's own message may echo the signed request, so it goes no further. */
export function vendorError(operation: string, answer: Incoming, body: JsonObject | null): CloudError {
  const code = vendorCode(typeof body?.Code === "string" ? body.Code : null);
  const [kind, message, advice] = ruleOf(code, answer.status);
  const detail = isJsonObject(body?.AccessDeniedDetail) ? body.AccessDeniedDetail.AuthAction : null;
  const missing =
    kind === "forbidden" && typeof detail === "string" && /^[\w-]+:\w+$/.test(detail) ? `Grant ${detail} in the RAM policy of this user or role.` : null;
  return new CloudError({
    kind,
    operation,
    message,
    code: code ?? `HTTP ${answer.status}`,
    status: answer.status,
    requestId: requestIdOf(answer, body),
    advice: missing ?? advice ?? null,
  });
}

/** For answers that claim success and are none: HTML of a proxy, nothing, cut JSON, a shape that nobody documented. */
export function unreadable(operation: string, answer: Incoming, code: string, message: string): CloudError {
  return new CloudError({ kind: "protocol", operation, code, message, status: answer.status, requestId: requestIdOf(answer, null) });
}

export function requestIdOf(answer: Incoming, body: JsonObject | null): string | null {
  return vendorRequestId(body?.RequestId) ?? vendorRequestId(answer.headers["x-acs-request-id"]);
}

function ruleOf(code: string | null, status: number): Rule {
  if (code === null) return byStatus(status);
  const known = Object.hasOwn(CODES, code) ? CODES[code] : PREFIXES.find(([prefix]) => code.startsWith(prefix))?.[1];
  return known ?? byStatus(status);
}
