import type { JsonObject } from "../json-object.ts";

/** Operations of the Sts product; all others are of Kms. */
const OF_STS: readonly string[] = ["AssumeRole", "GetCallerIdentity"];

/**
 * What to grant, by the name that RAM policies know it by. The gateway names it in `AccessDeniedDetail`, which is optional; an operation and its action
 * are called the same. Source: help centre "Use RAM to control access to KMS", "Troubleshoot access denied errors".
 */
export function grantAdvice(operation: string, detail: JsonObject | null): string {
  const named = detail?.AuthAction;
  const action = typeof named === "string" && /^[\w-]{1,40}:\w{1,80}$/.test(named) ? named : `${OF_STS.includes(operation) ? "sts" : "kms"}:${operation}`;
  if (detail?.NoPermissionType === "ExplicitDeny") return `A policy denies ${action} outright: take that statement out, since granting it does not help.`;
  return `Grant ${action} in the RAM policy of this user or role.`;
}
