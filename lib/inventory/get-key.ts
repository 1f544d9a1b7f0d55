import { cloudOf } from "../clouds/registry.ts";
import type { KeyDetail } from "../model/key.ts";
import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import { readAccount } from "../store/accounts.ts";
import { readKey } from "../store/keys/read-key.ts";
import { consoleLink } from "./console-link.ts";
import { unaskedExtras } from "./unasked-extras.ts";
import { vendorTerms } from "./vendor-terms.ts";

/**
 * One key as last read, with who said what and the cloud's own words.
 * Throws Refusal `not_found`, in the same words for an absent key and for one of others.
 */
export async function getKey(scope: Scope, ref: string): Promise<KeyDetail> {
  const key = await readKey(scope, ref);
  const account = key && (await readAccount(scope, key.account.id));
  if (!account) throw new Refusal("not_found", "There is no such key.");
  const cloud = cloudOf(key.cloud);
  return { ...key, extras: unaskedExtras(cloud), console: consoleLink(cloud, account.endpoints, key), terms: vendorTerms(cloud, key) };
}
