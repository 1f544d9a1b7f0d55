import { CloudError } from "../../model/problem.ts";
import type { Incoming } from "../cloud.ts";
import { isJsonObject, type JsonObject, jsonObject } from "../json-object.ts";
import { vendorCode, vendorRequestId } from "../vendor-trace.ts";
import { ACTIONS } from "./actions.ts";
import { DENIED, GRANT, gatewayCode, isAboutTheKey, isOnceMore, ruleOf } from "./error-rules.ts";

/** True for a body that is an error, whatever status it came with. */
export function isErrorBody(body: JsonObject | null): boolean {
  return body !== null && (isJsonObject(body.error) || typeof body.error_code === "string");
}

/** The gateway's messages echo the signed request, headers and all: the vendor's words go no further than the code. */
export function vendorError(operation: string, answer: Incoming): CloudError {
  const body = jsonObject(answer.text);
  const code = codeOf(body);
  const told = ruleOf(code, answer.status);
  // Identity policies say why in a message that only their own API can decode: a refusal, whatever its code.
  const [kind, message, advice] = told[0] === "protocol" && isEncodedRefusal(body) ? DENIED : told;
  return new CloudError({
    kind,
    operation,
    message,
    code: code ?? `HTTP ${answer.status}`,
    status: answer.status,
    advice: advice === GRANT ? grant(operation) : (advice ?? null),
    isOnceMore: isOnceMore(code),
    requestId: requestIdOf(answer, body),
  });
}

export function unreadable(operation: string, answer: Incoming, code: string, message: string): CloudError {
  return new CloudError({ kind: "protocol", operation, code, message, status: answer.status, requestId: requestIdOf(answer, null) });
}

export function requestIdOf(answer: Incoming, body: JsonObject | null): string | null {
  return vendorRequestId(answer.headers["x-request-id"]) ?? vendorRequestId(body?.request_id);
}

/** Refusals that speak about the key: what was asked does not apply to it. */
export function isNotForThisKey(error: CloudError): boolean {
  return isAboutTheKey(error.code);
}

/** A site that lacks an API says so through the gateway (404, `APIG.0101`), bare (404), or as a bad address of KMS's own (`KMS.0201`). A key that is missing says it by code. */
export function isNoSuchApi(error: unknown): error is CloudError {
  if (!(error instanceof CloudError) || error.kind !== "protocol") return false;
  return gatewayCode(error.code) === "APIG.0101" || error.code === "KMS.0201" || (error.status === 404 && !error.code.startsWith("KMS."));
}

function grant(operation: string): string | null {
  const action = Object.hasOwn(ACTIONS, operation) ? ACTIONS[operation] : undefined;
  return action === undefined ? null : `Grant ${action} to this user's group for the region's project.`;
}

function isEncodedRefusal(body: JsonObject | null): boolean {
  const inner = isJsonObject(body?.error) ? body.error : {};
  return typeof (body?.encoded_authorization_message ?? inner.encoded_authorization_message) === "string";
}

/**
 * Five shapes: KMS nests `error.error_code`, the gateway and the newer IAM are flat, Keystone says `error.title` with a number (or a text) as
 * code; the last is no JSON.
 */
function codeOf(body: JsonObject | null): string | null {
  const inner = isJsonObject(body?.error) ? body.error : {};
  const words = [inner.error_code, body?.error_code, typeof inner.code === "string" ? inner.code : null, inner.title, inner.code];
  const word = words.find((each) => (typeof each === "string" && each !== "") || typeof each === "number");
  return word === undefined ? null : vendorCode(String(word));
}
