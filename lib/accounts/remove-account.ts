import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import { removeAccountRow } from "../store/accounts.ts";
import { withTransaction } from "../store/database.ts";
import { bumpRevision } from "../store/revision.ts";

/** Removes an account with its credential, sources and keys (`DELETE /accounts/{id}`). */
export async function removeAccount(scope: Scope, id: string): Promise<void> {
  const removed = await withTransaction(async (tx) => {
    const done = await removeAccountRow(tx, scope, id);
    if (done) await bumpRevision(tx);
    return done;
  });
  if (!removed) throw new Refusal("not_found", "There is no such account.");
}
