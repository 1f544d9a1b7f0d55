import { and, eq } from "drizzle-orm";
import type { Scope } from "../model/scope.ts";
import type { AccountRow } from "./accounts.ts";
import type { Handle } from "./database.ts";
import { accounts } from "./schema.ts";
import { seesAccount } from "./sees-account.ts";

/** The account as it stands, and stays until the transaction ends. Undefined when there is none, or not for this asker. */
export async function lockAccount(handle: Handle, scope: Scope, id: string): Promise<AccountRow | undefined> {
  const [row] = await handle
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, id), seesAccount(scope)))
    .for("update");
  return row as AccountRow | undefined;
}
