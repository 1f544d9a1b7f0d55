import { cloudOf } from "../clouds/registry.ts";
import type { Account } from "../model/account.ts";
import { Refusal } from "../model/refusal.ts";
import { roleAtLeast, type Scope } from "../model/scope.ts";
import { openSecret } from "../store/secrets.ts";
import { getAccount } from "./list-accounts.ts";

export interface AccountToRepeat {
  account: Account;
  /** Only what its cloud declares to be no secret: a role, a domain, the name of a key. */
  credential: Record<string, string>;
}

/**
 * An account to begin another one from, for operators. Throws Refusal `forbidden`, or `not_found` for one that is absent or not the asker's; SealError when its
 * credential does not belong to it as it stands.
 */
export async function accountToRepeat(scope: Scope, id: string): Promise<AccountToRepeat> {
  if (!roleAtLeast(scope.role, "operator")) throw new Refusal("forbidden", "Connecting an account needs the operator role.");
  const account = await getAccount(scope, id);
  const sealed = (await openSecret(id))?.credential;
  const fields = cloudOf(account.cloud).credentials.find(({ type }) => type === sealed?.type)?.fields ?? [];
  const open = fields.flatMap(({ name, secret }) => (secret || !sealed?.[name] ? [] : [[name, sealed[name]] as const]));
  return { account, credential: Object.fromEntries(open) };
}
