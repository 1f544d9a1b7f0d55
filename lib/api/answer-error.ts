import { CloudError, type FailureKind } from "../model/problem.ts";
import { REFUSALS, Refusal, type RefusalCode } from "../model/refusal.ts";
import { isStoreDown } from "./is-store-down.ts";
import { log } from "./log.ts";

const CLOUD_CODES = {
  auth: "cloud_auth",
  forbidden: "cloud_forbidden",
  throttled: "cloud_throttled",
  unavailable: "cloud_unavailable",
  "not-found": "not_found",
  "not-enabled": "cloud_not_enabled",
  protocol: "cloud_protocol",
} as const satisfies Record<FailureKind, RefusalCode>;

/** The one shape of an error. What we do not know is logged under its request id and told to nobody. */
export function answerError(error: unknown, requestId: string): Response {
  const refusal = toRefusal(error, requestId);
  const { code, message, field } = refusal;
  const headers = new Headers();
  if (code === "unauthenticated") headers.set("www-authenticate", "Bearer");
  if (code === "rate_limited" || code === "cloud_throttled") headers.set("retry-after", "5");
  return Response.json({ error: { code, message, ...(field === null ? {} : { field }), requestId } }, { status: REFUSALS[code], headers });
}

function toRefusal(thrown: unknown, requestId: string): Refusal {
  const error = knownCause(thrown);
  if (error instanceof Refusal) return error;
  if (error instanceof CloudError) {
    const traced = error.requestId === null ? error.code : `${error.code}, request ${error.requestId}`;
    const advice = error.advice === null ? "" : ` ${error.advice}`;
    return new Refusal(CLOUD_CODES[error.kind], `${error.operation}: ${error.message} (${traced})${advice}`);
  }
  logUnknown(error, { requestId });
  if (isStoreDown(error)) return new Refusal("store_unavailable", "The database does not answer. Try again in a moment.");
  return new Refusal("internal", "Something went wrong on our side. The request id finds it in the log.");
}

/** The database client wraps what it meets, our refusals among it. */
function knownCause(thrown: unknown): unknown {
  for (let at = thrown; at instanceof Error; at = at.cause) {
    if (at instanceof Refusal || at instanceof CloudError) return at;
  }
  return thrown;
}

/** A database error's own message quotes its parameters, and those may hold hashes: only its innermost cause is written down. */
export function logUnknown(error: unknown, at: Record<string, string>): void {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  if (!(inner instanceof Error)) {
    log.error({ ...at, thrown: typeof inner }, "unknown failure");
    return;
  }
  const outer = error instanceof Error ? error : inner;
  const frames = (outer.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  log.error({ ...at, error: inner.name, code: "code" in inner ? String(inner.code) : undefined, reason: inner.message, frames }, "unknown failure");
}
