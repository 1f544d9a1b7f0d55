import type { Connection, KeyPage } from "../clouds/cloud.ts";
import { walkKeys } from "../clouds/walk-keys.ts";
import type { ReadingPart } from "../model/merge-readings.ts";
import type { SourceAddress } from "../model/source.ts";

export interface SourceList {
  /** Each listed key once, with what the listing says about it. */
  keys: Map<string, ReadingPart[]>;
  claimed: number | null;
  /** True when the cloud claimed another number of keys than it listed, twice running. */
  countMismatch: boolean;
  operation: string;
}

/**
 * Lists a source whole. A claimed total never ends a listing; when it differs from what was listed, the listing is read once more, and when it still
 * differs both readings count together: whatever either of them named is there.
 */
export async function listSource(connection: Connection, source: SourceAddress, onPage: (listed: number, claimed: number | null) => void): Promise<SourceList> {
  const first = await listOnce(connection, source, onPage);
  if (!first.countMismatch) return first;
  const second = await listOnce(connection, source, onPage);
  if (!second.countMismatch) return second;
  return { ...second, keys: new Map([...first.keys, ...second.keys]) };
}

async function listOnce(connection: Connection, source: SourceAddress, onPage: (listed: number, claimed: number | null) => void): Promise<SourceList> {
  const keys = new Map<string, ReadingPart[]>();
  let last: KeyPage | null = null;
  for await (const page of walkKeys(connection, source)) {
    for (const reading of page.items) keys.set(reading.keyId, [{ reading, call: page.call }]);
    last = page;
    onPage(keys.size, page.claimed);
  }
  const claimed = last?.claimed ?? null;
  return { keys, claimed, countMismatch: claimed !== null && claimed !== keys.size, operation: last?.call.operation ?? "list" };
}
