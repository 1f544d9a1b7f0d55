import { MOST_REFUSALS } from "../clouds/credential-trials.ts";
import { REFUSALS_PREFIX } from "../clouds/parse-entry.ts";
import { sharedLedger } from "./shared-ledger.ts";

/**
 * Lets one more call go out with a credential that the cloud refused before: a person asks for it by hand. What was refused stays counted otherwise, since
 * some clouds lock a credential that is refused five times running.
 */
export async function easeCredential(credentialKey: string): Promise<void> {
  const name = `${REFUSALS_PREFIX}${credentialKey}`;
  await sharedLedger().change(
    [name],
    ([entry = {}]) => ({ entries: [{ ...entry, refusals: Math.min(entry.refusals ?? 0, MOST_REFUSALS - 1) }], value: null }),
    { fresh: true },
  );
}
