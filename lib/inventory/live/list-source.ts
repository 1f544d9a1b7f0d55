import type { NativeFilter } from "../../clouds/cloud.ts";
import { walkKeys } from "../../clouds/walk-keys.ts";
import { hear, type LiveSource } from "./live-source.ts";

/**
 * Hears all pages of a source's listing, filtered by the cloud as far as it can. A whole listing of another number of keys than the cloud claims is read once
 * more, and both count together, as stored readings do. Throws CloudError, or the reason of an abort.
 */
export async function listSource(live: LiveSource, filter: NativeFilter): Promise<void> {
  await listOnce(live, filter);
  // Whether a filtered listing claims the filtered total is documented nowhere.
  if (live.pushedDown.length === 0 && live.claimed !== null && live.claimed !== live.heard.size) await listOnce(live, filter);
}

async function listOnce(live: LiveSource, filter: NativeFilter): Promise<void> {
  for await (const page of walkKeys(live.connection, live.address, { filter })) {
    live.pages += 1;
    live.calls += 1;
    live.claimed = page.claimed;
    live.pushedDown = page.pushedDown;
    live.refused = page.refused ?? [];
    for (const reading of page.items) hear(live, { reading, call: page.call });
  }
}
