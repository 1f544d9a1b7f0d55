import type { CloudError } from "../model/problem.ts";
import { hearNotFound } from "../reading/describe-keys.ts";
import { listKeys } from "../reading/list-keys.ts";
import type { WholeListing } from "./list-twice.ts";
import { type OpenReading, openReading } from "../reading/open-reading.ts";

export interface Confirmed {
  gone: string[];
  claimed: number | null;
  /** What the second listing named; null where there was none, or none that is whole. */
  listed: ReadonlySet<string> | null;
}

/**
 * Keys that were listed and that the cloud did not know a moment later: deleted in between, unless a second listing names them still. Those keep their rows,
 * with the reason in their cells and a problem; so do all where the counts did not match. The brake has yet to judge what the second listing lacks.
 */
export async function confirmVanished(
  reading: OpenReading,
  vanished: ReadonlyMap<string, CloudError>,
  { claimed, countMismatch }: Pick<WholeListing, "claimed" | "countMismatch">,
): Promise<Confirmed> {
  if (vanished.size === 0 || countMismatch) {
    for (const [keyId, error] of vanished) keepWithReason(reading, keyId, error);
    return { gone: [], claimed, listed: null };
  }
  const { cloud, connection, source, at, signal } = reading;
  const again = await listKeys(openReading({ cloud, connection, source, at, ...(signal && { signal }) }));
  const isWhole = again.isSteady && (again.claimed === null || again.claimed === again.keyIds.size);
  const gone = isWhole ? [...vanished.keys()].filter((keyId) => !again.keyIds.has(keyId)) : [];
  for (const [keyId, error] of vanished) {
    if (gone.includes(keyId)) hearNotFound(reading, keyId, error);
    else keepWithReason(reading, keyId, error);
  }
  return { gone, claimed: isWhole ? again.claimed : claimed, listed: isWhole ? again.keyIds : null };
}

function keepWithReason(reading: OpenReading, keyId: string, error: CloudError): void {
  hearNotFound(reading, keyId, error);
  reading.problems.add(error);
}
