/** Every way in which the product refuses or fails a request: code → HTTP status. The one table of closed codes. */
export const REFUSALS = {
  invalid_query: 400,
  invalid_body: 400,
  malformed_json: 400,
  credential_required: 400,
  endpoint_not_allowed: 400,
  unknown_region: 400,
  unsupported_identifier: 400,
  unsupported_filter: 400,
  unauthenticated: 401,
  forbidden: 403,
  bad_origin: 403,
  not_found: 404,
  method_not_allowed: 405,
  already_connected: 409,
  name_taken: 409,
  too_many: 409,
  conflict: 409,
  body_too_large: 413,
  uri_too_long: 414,
  unsupported_media_type: 415,
  rate_limited: 429,
  internal: 500,
  cloud_auth: 502,
  cloud_forbidden: 502,
  cloud_not_enabled: 502,
  cloud_protocol: 502,
  cloud_throttled: 503,
  cloud_unavailable: 502,
  store_unavailable: 503,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof REFUSALS;

/** Thrown by any room below a route; `field` names the part of the input at fault. The message is for people and holds no secret. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly code: RefusalCode;
  readonly field: string | null;

  constructor(code: RefusalCode, message: string, field: string | null = null, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.field = field;
  }
}
