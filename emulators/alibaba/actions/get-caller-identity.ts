import type { Action } from "../call.ts";
import type { Session } from "../sessions.ts";

/** Made per caller: a role session answers with the assumed role. */
export function getCallerIdentity(session: Session): Action {
  const isRole = session.principal.includes(":assumed-role/");
  if (session.account.isRoot) return ({ account }) => rootIdentity(account.cloudAccount);
  return ({ account }) => ({
    IdentityType: isRole ? "AssumedRoleUser" : "RAMUser",
    AccountId: account.cloudAccount,
    PrincipalId: isRole ? "300000000000000001:keyatlas" : "200000000000000001",
    UserId: isRole ? "" : "200000000000000001",
    Arn: session.principal,
    ...(isRole ? { RoleId: "300000000000000001" } : {}),
  });
}

/** The key pair of the account itself: everything is open to it. */
function rootIdentity(uid: string): Record<string, string> {
  return { IdentityType: "Account", AccountId: uid, PrincipalId: uid, UserId: uid, Arn: `acs:ram::${uid}:root` };
}
