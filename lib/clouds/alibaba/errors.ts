import { CloudError } from "../../model/problem.ts";
import type { Incoming } from "../cloud.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import { vendorCode, vendorRequestId } from "../vendor-trace.ts";
import { clockWords } from "./clock-words.ts";
import { errorRule } from "./error-codes.ts";
import { grantAdvice } from "./grant-advice.ts";

/**
 * The error of an answer that names a code or has a failing status. The vendor's own message may echo the signed request, so it goes no further, and
 * neither does its `Recommend`, which is a link of its choosing.
 */
export function vendorError(operation: string, answer: Incoming, body: JsonObject | null, now: Date): CloudError {
  const code = vendorCode(typeof body?.Code === "string" ? body.Code : (xmlMember(answer.text, "Code") ?? null));
  const [kind, message, advice] = errorRule(code, answer.status);
  const at = { operation, code: code ?? `HTTP ${answer.status}`, status: answer.status, requestId: requestIdOf(answer, body) };
  if (isClockError(at.code)) return new CloudError({ ...at, kind, message: clockWords(answer.headers.date, now) ?? message, advice });
  if (kind !== "forbidden") return new CloudError({ ...at, kind, message, advice });
  // Without its role an account cannot sign in, whatever else its own access key may do.
  if (operation === "AssumeRole") return new CloudError({ ...at, kind: "auth", message: "The role may not be assumed.", advice: ROLE });
  const detail = isJsonObject(body?.AccessDeniedDetail) ? body.AccessDeniedDetail : null;
  return new CloudError({ ...at, kind, message, advice: advice ?? (code === null ? BETWEEN : grantAdvice(operation, detail)) });
}

const ROLE = "Allow sts:AssumeRole to the RAM user, and let the role's trust policy name it; the root account can assume no role.";
const BETWEEN = "The answer is not the cloud's own: look for a proxy or a firewall in between.";

/** Codes that say that our time is not the cloud's. */
export function isClockError(code: string): boolean {
  return code.startsWith("InvalidTimeStamp") || code === "IllegalTimestamp";
}

/** For answers that claim success and are none: HTML of a proxy, nothing, cut JSON, a shape that nobody documented. */
export function unreadable(operation: string, answer: Incoming, code: string, message: string): CloudError {
  return new CloudError({ kind: "protocol", operation, code, message, status: answer.status, requestId: requestIdOf(answer, null) });
}

export function requestIdOf(answer: Incoming, body: JsonObject | null): string | null {
  return vendorRequestId(body?.RequestId) ?? vendorRequestId(answer.headers["x-acs-request-id"]) ?? vendorRequestId(xmlMember(answer.text, "RequestId"));
}

/** The gateway speaks XML where it did not get as far as the product: `<Error><RequestId>…</RequestId><Code>…</Code>`. */
function xmlMember(text: string, name: string): string | undefined {
  return text.startsWith("<") ? new RegExp(`<${name}>([\\w.:-]{1,100})</${name}>`).exec(text.slice(0, 4_000))?.[1] : undefined;
}
