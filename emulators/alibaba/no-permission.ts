import { VendorError } from "../exchange.ts";
import type { WorldAccount } from "../world.ts";

type Denial = "ImplicitDeny" | "ExplicitDeny";

/** RAM's refusal of a KMS action, with the diagnosis that the gateway adds to it. */
export function noPermission(action: string, resource: string, account: WorldAccount | null, type: Denial = "ImplicitDeny"): VendorError {
  return new VendorError(403, "Forbidden.NoPermission", `This operation for ${resource} is forbidden by permission system.`, {
    extra: { AccessDeniedDetail: accessDenied(`kms:${action}`, account, type) },
  });
}

/** The same from STS, in its own words. */
export function notAuthorized(action: string, account: WorldAccount | null): VendorError {
  return new VendorError(403, "NoPermission", "You are not authorized to do this action. You should be authorized by RAM.", {
    extra: { AccessDeniedDetail: accessDenied(`sts:${action}`, account, "ImplicitDeny") },
  });
}

function accessDenied(AuthAction: string, account: WorldAccount | null, NoPermissionType: Denial): Record<string, string> {
  return {
    AuthAction,
    AuthPrincipalType: "SubUser",
    AuthPrincipalOwnerId: account?.cloudAccount ?? "",
    AuthPrincipalDisplayName: "keyatlas-reader",
    NoPermissionType,
    PolicyType: "AccountLevelIdentityBasedPolicy",
    EncodedDiagnosticMessage: "AQEAAAAAZW11bGF0ZWQ=",
  };
}
