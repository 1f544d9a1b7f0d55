import type { NativeFilter } from "../../clouds/cloud.ts";
import { CloudError } from "../../model/problem.ts";
import { type Listed, listKeys } from "../../reading/list-keys.ts";
import type { LiveSource } from "./live-source.ts";

/**
 * Hears all pages of a source's listing, filtered by the cloud as far as it can. A whole listing of another number of keys than the cloud claims is read once
 * more; when it is off again, both count together, as in stored readings. Throws CloudError, or the reason of an abort.
 */
export async function listSource(live: LiveSource, filter: NativeFilter): Promise<void> {
  const first = await listKeys(live.reading, { filter });
  const last = isOff(first) ? await listKeys(live.reading, { filter }) : first;
  if (last !== first && !isOff(last)) for (const keyId of first.keyIds) if (!last.keyIds.has(keyId)) live.reading.heard.delete(keyId);
  const { claimed, pushedDown, refused, onlySpecs } = last;
  Object.assign(live, { claimed, pushedDown, refused, onlySpecs: onlySpecs && [...onlySpecs], countMismatch: isOff(last) });
  if (isOff(last)) live.reading.problems.add(mismatchOf(last));
}

/** Whether a filtered listing claims the filtered total is documented nowhere. */
const isOff = ({ pushedDown, isSteady, claimed, keyIds }: Listed) => pushedDown.length === 0 && (!isSteady || (claimed !== null && claimed !== keyIds.size));

function mismatchOf({ claimed, keyIds, isSteady, operation }: Listed): CloudError {
  const what = isSteady ? `The cloud claims ${claimed} keys and listed ${keyIds.size}` : "The number of keys changed while the cloud listed them";
  const message = `${what}, twice running.`;
  return new CloudError({ kind: "protocol", operation, code: "count-mismatch", message });
}
