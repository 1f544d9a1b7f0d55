import { newId } from "../model/new-id.ts";
import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import { readAccount, wakeAccounts } from "../store/accounts.ts";
import { withTransaction } from "../store/database.ts";
import { bumpRevision } from "../store/revision.ts";
import { queueSources } from "../store/sources.ts";

export interface SyncRequest {
  account?: string;
  region?: string;
  /** Lets a held listing pass: only with account and region. */
  acceptDrop?: boolean;
  /** Describes every key. Otherwise large sources are read as when they are due: cheap questions of all keys, describes where they are needed. */
  full?: boolean;
}

/**
 * Asks for a reading (`POST /sync`) of all sources that the asker may see, of an account's, or of one region's; what is asked for already is not asked twice.
 * A person asks: credentials that rest are tried again. Throws Refusal `not_found`, `unknown_region` or `invalid_body`.
 */
export async function requestSync(scope: Scope, { account, region, acceptDrop = false, full = false }: SyncRequest): Promise<{ id: string }> {
  if (acceptDrop && (account === undefined || region === undefined)) {
    throw new Refusal("invalid_body", "A drop is accepted for one region of one account: name both.", "acceptDrop");
  }
  if (account !== undefined && !(await readAccount(scope, account))) throw new Refusal("not_found", "There is no such account.", "account");
  await withTransaction(async (tx) => {
    const { queued, accountIds } = await queueSources(tx, scope, { accountId: account, region, acceptDrop, full });
    if (queued === 0 && region !== undefined) throw new Refusal("unknown_region", "No connected account reads this region.", "region");
    await wakeAccounts(tx, accountIds);
    await bumpRevision(tx, []);
  });
  return { id: newId() };
}
