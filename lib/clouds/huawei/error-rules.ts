import type { FailureKind } from "../../model/problem.ts";

const AGAIN = "Check the user's name and password, or the access key, and connect the account again.";
const PROJECT = "Check the project id that this account names for the region.";
const ACCOUNT = "The account's owner has to settle this with Huawei Cloud.";
const PASSES = "As a rule this passes by itself; if it does not, ask the cloud's support.";
const SHARED = "The quota of 20 calls a second is shared with the user's other tools: a lower limit for this account leaves them more.";
const OURS = "This is a fault of Keyatlas: please report it with the request id.";
/** Stands for "grant the action that this call needs". */
export const GRANT = "grant";

export type Rule = readonly [kind: FailureKind, message: string, advice?: string];
const TOKEN: Rule = ["auth", "The cloud refused the token: it is over or unknown.", AGAIN];
const SIGN_IN: Rule = ["auth", "The cloud refused the credential.", AGAIN];
const CLOCK: Rule = ["auth", "The signature's time is too far from the cloud's.", "Set the clock of the machine that Keyatlas runs on."];
const WRONG_PROJECT: Rule = ["forbidden", "The credential belongs to another project than the one that was asked.", PROJECT];
export const DENIED: Rule = ["forbidden", "This action is not allowed to the user.", GRANT];
const NAMELESS: Rule = ["forbidden", "The account has not passed real-name authentication: its keys exist and cannot be read.", ACCOUNT];
const FROZEN: Rule = ["forbidden", "The account is frozen or in arrears: its keys exist and cannot be read.", ACCOUNT];
const NOT_OPENED: Rule = ["forbidden", "The service is not opened to this account, or not in this edition.", ACCOUNT];
const GONE: Rule = ["not-found", "The cloud has no such key."];
const BAD_CALL: Rule = ["protocol", "The cloud did not take the request.", OURS];
const NOT_THIS_KEY: Rule = ["protocol", "The cloud does not do this for keys of this kind."];
const NOT_NOW: Rule = ["protocol", "The cloud does not do this for a key that is disabled or about to be deleted."];
const REPLICA: Rule = ["protocol", "This is a replica of the service, which can only be read from."];
const DOWN: Rule = ["unavailable", "The cloud could not answer.", PASSES];
const BUSY: Rule = ["throttled", "The cloud asks for fewer calls.", SHARED];
const TOO_LARGE: Rule = ["protocol", "The request's headers are larger than the cloud takes.", "Connect the account with an access key instead of a password."];
const NO_API: Rule = [
  "protocol",
  "There is no such API at this address: the service is not in this region, or the address is another's.",
  "Check the region and the endpoint.",
];

function each(codes: string, rule: Rule): [string, Rule][] {
  return codes.split(" ").map((code) => [code, rule]);
}

/** Sources: DEW API Reference "Error Codes"; API Gateway "Error Codes", whose two prefixes, `APIG.` and `APIGW.`, have the same numbers. */
const RULES: ReadonlyMap<string, Rule> = new Map([
  ...each("KMS.0301 KMS.0302 KMS.0303 APIG.0305 APIG.0307", TOKEN),
  ...each("APIG.0301", SIGN_IN),
  // "x-sdk-date" more than 15 minutes from the gateway's own time.
  ...each("APIG.0303", CLOCK),
  ...each("KMS.0305 KMS.0321", WRONG_PROJECT),
  ...each("KMS.0306 KMS.0307 KMS.0326 KMS.0327 KMS.0330", DENIED),
  ...each("KMS.0314", NAMELESS),
  ...each("KMS.0320 KMS.0328", FROZEN),
  ...each("KMS.0304 KMS.0315 KMS.0316 KMS.0317 KMS.0322 KMS.0323 KMS.2406", NOT_OPENED),
  ...each("KMS.0205 KMS.0207", GONE),
  ...each("KMS.0201 KMS.0202 KMS.0203 KMS.0204 KMS.0206 KMS.0214 KMS.0215 KMS.0308 KMS.1101 KMS.1110 KMS.1601 KMS.1602", BAD_CALL),
  ...each("KMS.0209 KMS.0210", NOT_NOW),
  ...each("KMS.0211 KMS.0312 KMS.0313 KMS.0319 KMS.0324 KMS.0325 KMS.0331 KMS.0338 KMS.0339 KMS.0341", NOT_THIS_KEY),
  ...each("KMS.0106", REPLICA),
  ...each("KMS.0100 KMS.0101 KMS.0102 KMS.0103 KMS.0104 KMS.0105 KMS.5012 KMS.5021 APIG.0201 APIG.0601 APIG.0610 APIG.0613", DOWN),
  ...each("APIG.0308", BUSY),
  ...each("APIG.0101", NO_API),
]);

/** Codes first: KMS uses 400 for missing keys and even for system errors, and 403 for expired tokens. The status speaks where the code is unknown. */
export function ruleOf(code: string | null, status: number): Rule {
  // The gateway's own cap on headers comes under the code of a failing backend.
  if (status === 494 || status === 431) return TOO_LARGE;
  return (code === null ? undefined : RULES.get(gatewayCode(code))) ?? byStatus(status);
}

/** `APIGW.0301` and `APIG.0301` are one. */
export function gatewayCode(code: string): string {
  return code.replace(/^APIGW\./, "APIG.");
}

/** "System exception" under 400: as often a fault of the request as of the moment, and once more tells which. */
export function isOnceMore(code: string | null): boolean {
  return code === "KMS.0105";
}

/** Refusals that speak about the key and not about us: what was asked does not apply to it, or not in its state. */
export function isAboutTheKey(code: string): boolean {
  const rule = RULES.get(code);
  return rule === NOT_THIS_KEY || rule === NOT_NOW;
}

function byStatus(status: number): Rule {
  if (status >= 500 || status === 408) return DOWN;
  if (status === 429) return BUSY;
  if (status === 401) return SIGN_IN;
  if (status === 403) return DENIED;
  if (status >= 300 && status < 400) return ["protocol", "The cloud answered with a redirect, which is never followed.", "Check the endpoint."];
  return ["protocol", "The cloud answered with an error that nobody knows."];
}
