import type { NativeFilter } from "../../clouds/cloud.ts";
import { listKeys } from "../../reading/list-keys.ts";
import type { LiveSource } from "./live-source.ts";

/**
 * Hears all pages of a source's listing, filtered by the cloud as far as it can. A whole listing of another number of keys than the cloud claims is read once
 * more, and both count together, as stored readings do. Throws CloudError, or the reason of an abort.
 */
export async function listSource(live: LiveSource, filter: NativeFilter): Promise<void> {
  const first = await listKeys(live.reading, { filter });
  // Whether a filtered listing claims the filtered total is documented nowhere.
  const isOff = first.pushedDown.length === 0 && first.claimed !== null && first.claimed !== first.keyIds.size;
  const { claimed, pushedDown, refused, onlySpecs } = isOff ? await listKeys(live.reading, { filter }) : first;
  Object.assign(live, { claimed, pushedDown, refused, onlySpecs: onlySpecs && [...onlySpecs] });
}
