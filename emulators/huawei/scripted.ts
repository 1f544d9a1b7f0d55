import type { Asked, VendorError } from "../exchange.ts";
import type { ScriptedFault } from "../faults.ts";
import { gatewayError, iamError, kmsError } from "./errors.ts";

/** Throttle forms: the gateway's two prefixes. */
const THROTTLES: Record<string, VendorError> = {
  "APIGW.0308": gatewayError(429, "APIGW.0308", "The throttling threshold has been reached: policy user over ratelimit,limit:20,time:1 minute"),
  "APIG.0308": gatewayError(429, "APIG.0308", "The throttling threshold has been reached: policy user over ratelimit,limit:20,time:1 minute"),
};

/** Unavailable forms, the last three of the gateway. */
const UNAVAILABLE: Record<string, VendorError> = {
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

export function scripted(fault: ScriptedFault, asked: Asked): VendorError {
  if (fault.kind === "deny") {
    const isIam = asked.project === null;
    return isIam
      ? iamError(403, "Forbidden", "You are not authorized to perform the requested action.")
      : kmsError(403, "KMS.0306", "You do not have permission to perform this operation.");
  }
  const table = { throttle: THROTTLES, unavailable: UNAVAILABLE, "expire-token": EXPIRED }[fault.kind];
  const error = table[fault.form ?? Object.keys(table)[0] ?? ""];
  if (!error) throw new Error(`no such ${fault.kind} form: ${fault.form}`);
  return error;
}
