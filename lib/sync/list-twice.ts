import { type Listed, listKeys } from "../reading/list-keys.ts";
import type { OpenReading } from "../reading/open-reading.ts";

export interface WholeListing extends Listed {
  /** True when the cloud claimed another number of keys than it listed, or claimed several on the way, twice running. */
  countMismatch: boolean;
}

/**
 * Lists a source whole. A claimed total never ends a listing; when it differs from what was listed, or changed on the way, the listing is read once more,
 * and when it still does both readings count together: whatever either of them named is there.
 */
export async function listTwice(reading: OpenReading, onPage: (listed: number, claimed: number | null) => void): Promise<WholeListing> {
  const first = await listKeys(reading, { onPage });
  if (!differs(first)) return { ...first, countMismatch: false };
  const second = await listKeys(reading, { onPage });
  if (!differs(second)) {
    // What only the first listing named has gone in between.
    for (const keyId of first.keyIds) if (!second.keyIds.has(keyId)) reading.heard.delete(keyId);
    return { ...second, countMismatch: false };
  }
  return { ...second, keyIds: new Set([...first.keyIds, ...second.keyIds]), countMismatch: true };
}

const differs = ({ claimed, keyIds, isSteady }: Listed) => !isSteady || (claimed !== null && claimed !== keyIds.size);
