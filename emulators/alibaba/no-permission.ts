import { VendorError } from "../exchange.ts";
import type { WorldAccount } from "../world.ts";

/** RAM's refusal, with the diagnosis that the gateway adds to it. */
export function noPermission(
  action: string,
  resource: string,
  account: WorldAccount | null,
  type: "ImplicitDeny" | "ExplicitDeny" = "ImplicitDeny",
): VendorError {
  return new VendorError(403, "Forbidden.NoPermission", `This operation for ${resource} is forbidden by permission system.`, {
    extra: {
      AccessDeniedDetail: {
        AuthAction: `${action === "AssumeRole" ? "sts" : "kms"}:${action}`,
        AuthPrincipalType: "SubUser",
        AuthPrincipalOwnerId: account?.cloudAccount ?? "",
        AuthPrincipalDisplayName: "keyatlas-reader",
        NoPermissionType: type,
        PolicyType: "AccountLevelIdentityBasedPolicy",
        EncodedDiagnosticMessage: "AQEAAAAAZW11bGF0ZWQ=",
      },
    },
  });
}
