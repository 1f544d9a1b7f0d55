import type { Asked, VendorError } from "../exchange.ts";
import type { ScriptedFault } from "../faults.ts";
import { gatewayError, iamError, kmsError } from "./errors.ts";
import { refusal } from "./refusals.ts";

/** Throttle forms: the gateway's two prefixes. */
const THROTTLES: Record<string, VendorError> = {
  "APIGW.0308": gatewayError(429, "APIGW.0308", "The throttling threshold has been reached: policy user over ratelimit,limit:20,time:1 minute"),
  "APIG.0308": gatewayError(429, "APIG.0308", "The throttling threshold has been reached: policy user over ratelimit,limit:20,time:1 minute"),
};

const DEFAULTS = { throttle: "APIGW.0308", unavailable: "KMS.0104", "expire-token": "KMS.0303" } as const;

/** Unavailable forms, of KMS itself and of the gateway. */
const UNAVAILABLE: Record<string, VendorError> = {
  "KMS.0100": kmsError(500, "KMS.0100", "Internal service error."),
  "KMS.0102": kmsError(500, "KMS.0102", "Internal communication error."),
  "KMS.0103": kmsError(500, "KMS.0103", "Abnormal interface response."),
  "KMS.5012": kmsError(500, "KMS.5012", "Internal error."),
  "KMS.5021": kmsError(500, "KMS.5021", "Internal error."),
  "APIGW.0601": gatewayError(500, "APIGW.0601", "Internal server error."),
  "KMS.0104": kmsError(503, "KMS.0104", "The service is unavailable."),
  "KMS.0101": kmsError(500, "KMS.0101", "Internal service error."),
  "APIGW.0201": gatewayError(504, "APIGW.0201", "Backend timeout."),
  "APIGW.0610": gatewayError(502, "APIGW.0610", "Backend connection failed."),
  "APIGW.0613": gatewayError(503, "APIGW.0613", "The backend is unavailable."),
};

/** An expired token is told by KMS itself (403) or by the gateway (401), in two prefixes. */
const EXPIRED: Record<string, VendorError> = {
  "KMS.0303": kmsError(403, "KMS.0303", "The token has expired."),
  "APIGW.0301": gatewayError(401, "APIGW.0301", "Incorrect IAM authentication information: token expires, expires_at:2026-01-01T00:00:00.000000Z"),
  "APIG.0307": gatewayError(401, "APIG.0307", "The token must be updated."),
};

/** The vendor's own error for a scripted refusal. Throws for a form that it has no words for. */
export function scripted(fault: ScriptedFault, asked: Asked): VendorError {
  if (fault.kind === "deny") {
    if (asked.project === null) return iamError(403, "Forbidden", "You are not authorized to perform the requested action.");
    return refusal({ code: fault.form ?? "KMS.0306" });
  }
  if (fault.kind === "refuse") return refusal(fault);
  const table = { throttle: THROTTLES, unavailable: UNAVAILABLE, "expire-token": EXPIRED }[fault.kind];
  const error = table[fault.form ?? DEFAULTS[fault.kind]];
  if (!error) throw new Error(`no such ${fault.kind} form: ${fault.form}`);
  return error;
}
