import { CloudError, type FailureKind } from "../../model/problem.ts";
import type { Incoming } from "../cloud.ts";
import { isJsonObject, type JsonObject, jsonObject } from "../json-object.ts";
import { vendorCode, vendorRequestId } from "../vendor-trace.ts";

const AGAIN = "Check the user's name and password, or the access key, and connect the account again.";
const grant = (action: string) => `Grant ${action} to this user's group for the region's project.`;
const GRANT = grant("the action");
const PROJECT = "Check the project id that this account names for the region.";
const ACCOUNT = "The account's owner has to settle this with Huawei Cloud.";
const OURS = "This is a fault of Keyatlas: please report it with the request id.";

type Rule = readonly [kind: FailureKind, message: string, advice?: string];
const TOKEN: Rule = ["auth", "The cloud refused the token: it is over or unknown.", AGAIN];
const SIGN_IN: Rule = ["auth", "The cloud refused the credential.", AGAIN];
const WRONG_PROJECT: Rule = ["forbidden", "The credential belongs to another project than the one that was asked.", PROJECT];
const DENIED: Rule = ["forbidden", "This action is not allowed to the user.", GRANT];
const FROZEN: Rule = ["forbidden", "The account is frozen or not verified: its keys exist and cannot be read.", ACCOUNT];
const GONE: Rule = ["not-found", "The cloud has no such key."];
const BAD_CALL: Rule = ["protocol", "The cloud did not take the request.", OURS];
const NOT_THIS_KEY: Rule = ["protocol", "The cloud does not do this for keys of this kind."];
const DOWN: Rule = ["unavailable", "The cloud could not answer."];
const BUSY: Rule = ["throttled", "The cloud asks for fewer calls."];
const NO_API: Rule = ["protocol", "There is no such API at this address.", "Check the region and the endpoint."];

/**
 * Codes first: KMS uses 400 for missing keys and even for system errors, and 403 for expired tokens.
 * `APIG.` stands for both spellings of the gateway's prefix. Sources: DEW API Reference "Error Codes"; API Gateway "Error Codes".
 */
const CODES: Readonly<Record<string, Rule>> = {
  ...each(["KMS.0301", "KMS.0302", "KMS.0303", "APIG.0305", "APIG.0307"], TOKEN),
  ...each(["APIG.0301"], SIGN_IN),
  ...each(["APIG.0303"], ["auth", "The signature's time is too far from the cloud's.", "Set the clock of the machine that Keyatlas runs on."]),
  ...each(["KMS.0305", "KMS.0321"], WRONG_PROJECT),
  ...each(["KMS.0306", "KMS.0307", "KMS.0326", "KMS.0327", "KMS.0330"], DENIED),
  ...each(["KMS.0304", "KMS.0314", "KMS.0320", "KMS.0322", "KMS.0328"], FROZEN),
  ...each(["KMS.0205", "KMS.0207"], GONE),
  ...each(
    ["KMS.0201", "KMS.0202", "KMS.0203", "KMS.0204", "KMS.0206", "KMS.0214", "KMS.0215", "KMS.0308", "KMS.1101", "KMS.1110", "KMS.1601", "KMS.1602"],
    BAD_CALL,
  ),
  ...each(["KMS.0209", "KMS.0210", "KMS.0211", "KMS.0312", "KMS.0313", "KMS.0319", "KMS.0324", "KMS.0325", "KMS.0331", "KMS.0338", "KMS.0341"], NOT_THIS_KEY),
  ...each(
    ["KMS.0100", "KMS.0101", "KMS.0102", "KMS.0103", "KMS.0104", "KMS.0105", "KMS.5012", "KMS.5021", "APIG.0201", "APIG.0601", "APIG.0610", "APIG.0613"],
    DOWN,
  ),
  ...each(["APIG.0308"], BUSY),
  ...each(["APIG.0101"], NO_API),
};

/** The action that each call needs. Source: DEW API Reference "Permissions and Supported Actions". */
const ACTIONS = new Map([
  ["list-keys", "kms:cmk:list"],
  ["describe-key", "kms:cmk:get"],
  ["get-key-rotation-status", "kms:cmk:getRotation"],
  ["resource_instances", "kms:cmkTag:listInstance"],
  ["aliases", "kms:alias:list"],
]);

function each(codes: readonly string[], rule: Rule): Record<string, Rule> {
  return Object.fromEntries(codes.map((code) => [code, rule]));
}

/** Refusals that speak about the key and not about us: what was asked does not apply to it. */
export function isNotForThisKey(error: CloudError): boolean {
  return CODES[error.code] === NOT_THIS_KEY;
}

function byStatus(status: number): Rule {
  if (status >= 500 || status === 408) return DOWN;
  if (status === 429) return BUSY;
  if (status === 401) return SIGN_IN;
  if (status === 403) return DENIED;
  if (status >= 300 && status < 400) return ["protocol", "The cloud answered with a redirect, which is never followed.", "Check the endpoint."];
  return ["protocol", "The cloud answered with an error that nobody knows."];
}

/** True for a body that is an error, whatever status it came with. */
export function isErrorBody(body: JsonObject | null): boolean {
  return body !== null && (isJsonObject(body.error) || typeof body.error_code === "string");
}

/** The gateway's messages echo the signed request, headers and all: the vendor's words go no further than the code. */
export function vendorError(operation: string, answer: Incoming): CloudError {
  const body = jsonObject(answer.text);
  const code = codeOf(body);
  const known = code?.replace(/^APIGW\./, "APIG.") ?? "";
  const [kind, message, advice] = (Object.hasOwn(CODES, known) ? CODES[known] : undefined) ?? byStatus(answer.status);
  return new CloudError({
    kind,
    operation,
    message,
    code: code ?? `HTTP ${answer.status}`,
    status: answer.status,
    advice: advice === GRANT ? grant(ACTIONS.get(operation) ?? "the action") : (advice ?? null),
    requestId: requestIdOf(answer, body),
  });
}

export function unreadable(operation: string, answer: Incoming, code: string, message: string): CloudError {
  return new CloudError({ kind: "protocol", operation, code, message, status: answer.status, requestId: requestIdOf(answer, null) });
}

export function requestIdOf(answer: Incoming, body: JsonObject | null): string | null {
  return vendorRequestId(answer.headers["x-request-id"]) ?? vendorRequestId(body?.request_id);
}

/** Four shapes: KMS nests `error.error_code`, the gateway is flat, IAM says `error.title` with a number (or a text) as code; the fourth is no JSON. */
function codeOf(body: JsonObject | null): string | null {
  const inner = isJsonObject(body?.error) ? body.error : {};
  const words = [inner.error_code, body?.error_code, typeof inner.code === "string" ? inner.code : null, inner.title, inner.code];
  const word = words.find((each) => (typeof each === "string" && each !== "") || typeof each === "number");
  return word === undefined ? null : vendorCode(String(word));
}
