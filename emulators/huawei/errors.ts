import { VendorError } from "../exchange.ts";

/** KMS's own refusal: `{"error":{"error_code","error_msg"}}`. */
export function kmsError(status: number, code: string, message: string): VendorError {
  return new VendorError(status, code, message, { shape: "kms" });
}

/** The gateway's flat refusal: `{"error_code","error_msg","request_id"}`. */
export function gatewayError(status: number, code: string, message: string): VendorError {
  return new VendorError(status, code, message, { shape: "gateway" });
}

/** Keystone's refusal: `{"error":{"code","message","title"}}`. */
export function iamError(status: number, title: string, message: string): VendorError {
  return new VendorError(status, title, message, { shape: "iam" });
}

export function errorBody(error: VendorError, requestId: string): unknown {
  if (error.shape === "gateway") return { error_code: error.code, error_msg: error.message, request_id: requestId };
  if (error.shape === "iam") return { error: { code: error.status, message: error.message, title: error.code } };
  return { error: { error_code: error.code, error_msg: error.message } };
}
