import type { VendorError } from "../exchange.ts";
import { gatewayError, iamError, kmsError } from "./errors.ts";

/** The vendor's codes that a rule can script by name (`refuse`, `deny`): code → status, words. */
const REFUSALS: Readonly<Record<string, readonly [number, string]>> = {
  "KMS.0105": [400, "System exception."],
  "KMS.0106": [400, "The replica service is read-only."],
  "KMS.0201": [400, "The request URL is invalid."],
  "KMS.0202": [400, "The request body is invalid."],
  "KMS.0203": [400, "The request header is invalid."],
  "KMS.0204": [400, "The number of parameters is invalid."],
  "KMS.0205": [400, "Invalid key ID."],
  "KMS.0206": [400, "Invalid sequence."],
  "KMS.0207": [404, "The key does not exist."],
  "KMS.0209": [400, "The key is disabled."],
  "KMS.0210": [400, "The key is pending deletion."],
  "KMS.0211": [400, "The default key does not support this operation."],
  "KMS.0214": [400, "The parameter is invalid."],
  "KMS.0215": [405, "The method is not allowed."],
  "KMS.0301": [403, "The token is null."],
  "KMS.0302": [403, "Invalid token."],
  "KMS.0303": [403, "The token has expired."],
  "KMS.0304": [403, "The user is not in the open beta test."],
  "KMS.0305": [403, "The project of the token is not that of the request."],
  "KMS.0306": [403, "You do not have permission to perform this operation."],
  "KMS.0307": [403, "You do not have permission to access this key."],
  "KMS.0308": [400, "Invalid parameter."],
  "KMS.0312": [400, "An imported key does not support this operation."],
  "KMS.0313": [400, "This key does not support this operation."],
  "KMS.0314": [403, "Real-name authentication is required."],
  "KMS.0319": [400, "The key does not support this operation."],
  "KMS.0320": [400, "The account is frozen."],
  "KMS.0321": [403, "The project does not belong to this region."],
  "KMS.0322": [403, "The partition is not available."],
  "KMS.0324": [400, "An RSA key does not support rotation."],
  "KMS.0325": [400, "An asymmetric key does not support rotation."],
  "KMS.0326": [403, "You do not have permission to perform this operation."],
  "KMS.0327": [400, "You do not have permission to perform this operation."],
  "KMS.0328": [403, "The account is in arrears or its resources are frozen."],
  "KMS.0330": [403, "You do not have permission to perform this operation."],
  "KMS.0331": [400, "The key does not support this operation."],
  "KMS.0338": [400, "A key in a custom keystore does not support rotation."],
  "KMS.0341": [400, "An HMAC key does not support rotation."],
  "KMS.1101": [400, "Invalid key alias."],
  "KMS.1110": [400, "Invalid key_spec."],
  "KMS.1601": [400, "Invalid limit."],
  "KMS.1602": [400, "marker must be greater than or equals 0."],
  "APIGW.0101": [404, "The API does not exist or has not been published in the environment"],
  "APIG.0101": [404, "The API does not exist or has not been published in the environment"],
  "APIGW.0301": [401, "Incorrect IAM authentication information: verify aksk signature fail"],
  "APIG.0301": [401, "Incorrect IAM authentication information"],
  "APIG.0305": [401, "Incorrect IAM authentication information"],
  "APIG.0307": [401, "The token must be updated."],
  "APIG.0201": [504, "Backend timeout."],
  Unauthorized: [401, "The request you have made requires authentication."],
  Forbidden: [403, "You are not authorized to perform the requested action."],
  "Not Found": [404, "Could not find the resource."],
};

/** A refusal by its code: the prefix says which of the vendor's three bodies it comes in. Throws for an unknown code without a status. */
export function refusal({ code, status, message }: { code: string; status?: number; message?: string }): VendorError {
  const known = REFUSALS[code];
  if (!known && status === undefined) throw new Error(`no such code: ${code}; say its status`);
  const make = code.startsWith("KMS.") ? kmsError : code.startsWith("APIG") ? gatewayError : iamError;
  return make(status ?? known?.[0] ?? 400, code, message ?? known?.[1] ?? "The request was refused.");
}
