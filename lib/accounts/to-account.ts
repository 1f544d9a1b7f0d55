import type { Account } from "../model/account.ts";
import { roleAtLeast, type Scope } from "../model/scope.ts";
import type { AccountRow } from "../store/accounts.ts";

/** The account as this asker may see it: facts about the credential and who it is are for operators. */
export function toAccount(row: AccountRow, scope: Scope): Account {
  const isTold = roleAtLeast(scope.role, "operator");
  return {
    id: row.id,
    cloud: row.cloud,
    name: row.name,
    regions: row.regions ?? "all",
    groups: row.groups,
    endpoints: isTold ? row.endpoints : {},
    projects: isTold ? row.projects : {},
    limits: row.limits,
    credential: isTold ? { type: row.credentialType, hint: row.credentialHint, setAt: row.credentialSetAt } : null,
    identity: isTold && row.principal !== null && row.identifiedAt !== null ? { principal: row.principal, at: row.identifiedAt } : null,
    problem: row.problem,
    createdAt: row.createdAt,
  };
}
