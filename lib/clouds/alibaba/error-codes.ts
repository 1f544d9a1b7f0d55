import type { FailureKind } from "../../model/problem.ts";

const BAD_KEY = "Check the access key in the RAM console and connect the account again.";
const CLOCK = "Set the clock of the machine that Keyatlas runs on.";
const NEW_TOKEN = "Temporary access keys end by themselves: connect the account with a new one, or with a RAM user's key and a role.";
const ACTIVATE = "Activate KMS there in the console, or leave the region out.";
const ACCOUNT = "The account's owner has to settle this with Alibaba Cloud.";
const SHARED = "The quota of 50 calls a second is shared with the account's other tools: a lower limit for this account leaves them more.";
const PASSES = "As a rule this passes by itself; if it does not, ask the cloud's support.";
const OURS = "This is a fault of Keyatlas: please report it with the request id.";

/** What a code means to us. Where a refusal has no advice of its own, the action that is missing is the advice. */
export type ErrorRule = readonly [kind: FailureKind, message: string, advice?: string];

const GONE: ErrorRule = ["not-found", "The cloud has no such key."];
const BUSY: ErrorRule = ["throttled", "The cloud asks for fewer calls.", SHARED];
const DOWN: ErrorRule = ["unavailable", "The cloud could not answer.", PASSES];
const REFUSED_KEY: ErrorRule = ["auth", "The cloud refused the access key.", BAD_KEY];
const REFUSED_TOKEN: ErrorRule = ["auth", "The cloud refused the temporary access key: its session is over or unknown.", NEW_TOKEN];
const SKEW: ErrorRule = ["auth", "The request's time is too far from the cloud's.", CLOCK];
const DENIED: ErrorRule = ["forbidden", "This action is not allowed to the access key."];
const RISK: ErrorRule = ["forbidden", "The cloud's risk control refused the access key.", ACCOUNT];
const NOT_OPEN: ErrorRule = ["not-enabled", "KMS is not enabled in this region.", ACTIVATE];
const NO_SERVICE: ErrorRule = ["not-enabled", "KMS is not enabled for this account.", ACTIVATE];
const IN_ARREARS: ErrorRule = ["forbidden", "The account is in arrears: its keys exist and cannot be read.", ACCOUNT];
const SUSPENDED: ErrorRule = ["forbidden", "KMS is suspended for this account: keys that it holds cannot be read.", ACCOUNT];
const BAD_CALL: ErrorRule = ["protocol", "The cloud did not take the request.", OURS];
const NO_API: ErrorRule = ["protocol", "There is no such API at this address.", "Check the endpoint and the region."];

/**
 * Codes first, status second: the vendor's tables list the same code under different statuses, and a 404 is not always a missing key.
 * Sources: error tables of the Kms 2016-01-20 API metadata; help centre "Service error codes"; Sts 2015-04-01.
 */
const CODES: Readonly<Record<string, ErrorRule>> = {
  "InvalidAccessKeyId.NotFound": REFUSED_KEY,
  "InvalidAccessKeyId.Inactive": REFUSED_KEY,
  InvalidAccessKeyId: REFUSED_KEY,
  "Forbidden.AccessKey": REFUSED_KEY,
  SignatureDoesNotMatch: ["auth", "The access key's secret is wrong.", BAD_KEY],
  IncompleteSignature: REFUSED_KEY,
  InvalidSignatureMethod: REFUSED_KEY,
  MissingAccessKeyId: REFUSED_KEY,
  MissingSecurityToken: ["auth", "A temporary access key needs its security token.", "Connect the account again, with the token."],
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
  // Of AssumeRole only: without its role the account cannot be read at all.
  "EntityNotExist.Role": ["auth", "The role that this account names does not exist.", "Check the role's ARN."],
  "InvalidParameter.RoleArn": ["auth", "The role that this account names is none.", "Check the role's ARN."],
  "Forbidden.KmsServiceNotEnabled": NOT_OPEN,
  "Forbidden.UbsmsInvalidUserid": NO_SERVICE,
  "Forbidden.UbsmsInvalidBid": NO_SERVICE,
  "Forbidden.InDebt": IN_ARREARS,
  "Forbidden.InDebtOverdue": IN_ARREARS,
  "Forbidden.KeyNotFound": GONE,
  "Forbidden.AliasNotFound": ["not-found", "The cloud has no such alias."],
  "Forbidden.KeyVersionNotFound": ["not-found", "The cloud has no such version of the key."],
  "Forbidden.ResourceNotFound": ["not-found", "The cloud has nothing of that name."],
  "Forbidden.DKMSInstanceNotFound": ["not-found", "The cloud has no such KMS instance."],
  "EntityNotExist.Key": GONE,
  InvalidParameter: BAD_CALL,
  MissingParameter: BAD_CALL,
  ParseRequestParameterException: BAD_CALL,
  UnsupportedOperation: ["protocol", "The cloud does not do this for this key."],
  "Rejected.UnsupportedOperation": ["protocol", "The cloud does not do this for this key."],
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
  // The last is the vendor's own misspelling, in its tables and on the wire.
  InternalFailure: DOWN,
  InternalError: DOWN,
  ServiceUnavailable: DOWN,
  ServiceUnavailableTemporary: DOWN,
  SerivceUnavailableTemporary: DOWN,
};

/** What DescribeAccountKmsStatus says of a service that lists no keys; Enabled, and what is in no document, explain nothing. */
const STATUSES: Readonly<Record<string, ErrorRule>> = { NotEnabled: NOT_OPEN, InDebt: IN_ARREARS, Suspended: SUSPENDED };

export const statusRule = (status: string): ErrorRule | undefined => (Object.hasOwn(STATUSES, status) ? STATUSES[status] : undefined);

const PREFIXES: readonly (readonly [string, ErrorRule])[] = [
  ["InvalidAccessKeyId", REFUSED_KEY],
  ["InvalidSecurityToken", REFUSED_TOKEN],
  ["InvalidTimeStamp", SKEW],
  ["Throttling", BUSY],
  ["Missing", BAD_CALL],
  ["InvalidParameter", BAD_CALL],
  ["Rejected.", BAD_CALL],
];

/** The code's own rule, else its family's, else the status's: the vendor's tables hold misspelt codes, and codes come up that are in none. */
export function errorRule(code: string | null, status: number): ErrorRule {
  if (code === null) return byStatus(status);
  const known = Object.hasOwn(CODES, code) ? CODES[code] : PREFIXES.find(([prefix]) => code.startsWith(prefix))?.[1];
  return known ?? byStatus(status);
}

function byStatus(status: number): ErrorRule {
  if (status >= 500 || status === 408) return DOWN;
  if (status === 429) return BUSY;
  if (status === 401) return REFUSED_KEY;
  if (status === 403) return DENIED;
  if (status >= 300 && status < 400) return ["protocol", "The cloud answered with a redirect, which is never followed.", "Check the endpoint."];
  if (status === 404) return NO_API;
  return ["protocol", "The cloud answered with an error that nobody knows."];
}
