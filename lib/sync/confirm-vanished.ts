import type { CloudError } from "../model/problem.ts";
import { hearNotFound } from "../reading/describe-keys.ts";
import { listKeys } from "../reading/list-keys.ts";
import { type OpenReading, openReading } from "../reading/open-reading.ts";

/**
 * Keys that were listed and that the cloud did not know a moment later: deleted in between, unless a second listing names them still. Those keep their rows,
 * with the reason in their cells and a problem. Returns the others, and what the second listing claimed.
 */
export async function confirmVanished(
  reading: OpenReading,
  vanished: ReadonlyMap<string, CloudError>,
  claimed: number | null,
): Promise<{ gone: string[]; claimed: number | null }> {
  if (vanished.size === 0) return { gone: [], claimed };
  const { cloud, connection, source, at, signal } = reading;
  const again = await listKeys(openReading({ cloud, connection, source, at, ...(signal && { signal }) }));
  const isWhole = again.isSteady && (again.claimed === null || again.claimed === again.keyIds.size);
  const gone = isWhole ? [...vanished.keys()].filter((keyId) => !again.keyIds.has(keyId)) : [];
  for (const [keyId, error] of vanished) {
    hearNotFound(reading, keyId, error);
    if (!gone.includes(keyId)) reading.problems.add(error);
  }
  return { gone, claimed: isWhole ? again.claimed : claimed };
}
