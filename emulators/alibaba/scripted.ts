import { type Asked, VendorError } from "../exchange.ts";
import type { ScriptedFault } from "../faults.ts";
import type { WorldAccount } from "../world.ts";
import { noPermission, notAuthorized } from "./no-permission.ts";
import { REFUSALS } from "./refusals.ts";

/** Throttle forms: `Rejected.Throttling` (429, KMS; default), `Throttling`, `Throttling.User`, `Throttling.Api` (400, gateway). */
const THROTTLES: Record<string, VendorError> = {
  "Rejected.Throttling": new VendorError(429, "Rejected.Throttling", "QPS Limit Exceeded", { shape: "kms" }),
  Throttling: new VendorError(400, "Throttling", "Request was denied due to request throttling."),
  "Throttling.User": new VendorError(400, "Throttling.User", "Request was denied due to user flow control."),
  "Throttling.Api": new VendorError(400, "Throttling.Api", "Request was denied due to api flow control."),
};

/** Unavailable forms; the last two codes are the vendor's, misspelling included. */
const UNAVAILABLE: Record<string, VendorError> = {
  ServiceUnavailable: new VendorError(503, "ServiceUnavailable", "The request has failed due to a temporary failure of the server."),
  InternalError: new VendorError(500, "InternalError", "The request processing has failed due to some unknown error."),
  InternalFailure: new VendorError(500, "InternalFailure", "Internal Failure"),
  ServiceUnavailableTemporary: new VendorError(503, "ServiceUnavailableTemporary", "Service Unavailable Temporary", { shape: "kms" }),
  SerivceUnavailableTemporary: new VendorError(503, "SerivceUnavailableTemporary", "Service Unavailable Temporary", { shape: "kms" }),
};

/** The vendor's own error for a scripted refusal. Throws for a form that it has no words for. */
export function scripted(fault: ScriptedFault, asked: Asked, caller: WorldAccount | null): VendorError {
  if (fault.kind === "deny") return denial(fault.form, asked, caller);
  if (fault.kind === "refuse") return refusal(fault);
  if (fault.kind === "expire-token") return new VendorError(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");
  const table = fault.kind === "throttle" ? THROTTLES : UNAVAILABLE;
  const form = fault.form ?? Object.keys(table)[0] ?? "";
  const error = table[form];
  if (!error) throw new Error(`no such ${fault.kind} form: ${form}`);
  return error;
}

/** `Forbidden.NoPermission` with its AccessDeniedDetail (default), "explicit" for a deny that somebody wrote, any other code without a diagnosis. */
function denial(form: string | undefined, asked: Asked, caller: WorldAccount | null): VendorError {
  if (asked.region === null && form === undefined) return notAuthorized(asked.operation, caller);
  const resource = `acs:kms:${asked.region ?? "*"}:${caller?.cloudAccount ?? "*"}:${asked.keyId ? `key/${asked.keyId}` : "*"}`;
  if (form === undefined || form === "explicit") return noPermission(asked.operation, resource, caller, form === "explicit" ? "ExplicitDeny" : "ImplicitDeny");
  return new VendorError(403, form, `This operation for ${resource} is forbidden by permission system.`, { shape: "kms" });
}

function refusal({ code, status, message }: Extract<ScriptedFault, { kind: "refuse" }>): VendorError {
  const known = REFUSALS[code];
  if (!known && status === undefined) throw new Error(`no such code: ${code}; say its status`);
  const shape = code.startsWith("Forbidden.") || code.startsWith("Rejected.") ? "kms" : "plain";
  return new VendorError(status ?? known?.[0] ?? 400, code, message ?? known?.[1] ?? "The request was refused.", { shape });
}
