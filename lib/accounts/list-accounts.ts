import type { Account } from "../model/account.ts";
import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import { type AccountRow, readAccount, readAccounts } from "../store/accounts.ts";
import { toAccount } from "./to-account.ts";

/** The accounts that the asker may see, by name. */
export async function listAccounts(scope: Scope): Promise<Account[]> {
  return (await readAccounts(scope)).map((row) => toAccount(row, scope));
}

/** Throws Refusal `not_found` for one that is absent or not the asker's. */
export async function getAccount(scope: Scope, id: string): Promise<Account> {
  return toAccount(await accountRow(scope, id), scope);
}

export async function accountRow(scope: Scope, id: string): Promise<AccountRow> {
  const row = await readAccount(scope, id);
  if (!row) throw new Refusal("not_found", "There is no such account.");
  return row;
}
