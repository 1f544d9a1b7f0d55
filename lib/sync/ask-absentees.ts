import type { Cloud, Connection } from "../clouds/cloud.ts";
import type { ReadingPart } from "../model/merge-readings.ts";
import type { SourceAddress } from "../model/source.ts";
import type { Absentee } from "../store/swap/listing.ts";
import { inFlight } from "./in-flight.ts";
import { attempt, type ReadingNotes } from "./reading-notes.ts";

export interface Asked {
  /** The cloud still answers for these. */
  found: Map<string, ReadingPart[]>;
  /** It does not, or not now. */
  others: Absentee[];
}

/** Asks for each held key that the listing lacked: only the cloud's own "not found" makes one gone at once. */
export async function askAbsentees(
  { cloud, connection, source, notes, signal }: { cloud: Cloud; connection: Connection; source: SourceAddress; notes: ReadingNotes; signal: AbortSignal },
  keyIds: readonly string[],
): Promise<Asked> {
  const asked: Asked = { found: new Map(), others: [] };
  await inFlight(keyIds, cloud.pace.perSourceInFlight, async (keyId) => {
    signal.throwIfAborted();
    const answer = await attempt(() => connection.describeKey(source, keyId));
    if ("value" in answer) asked.found.set(keyId, [{ reading: { ...answer.value.value, keyId }, call: answer.value.call }]);
    else if (answer.error.kind === "not-found") asked.others.push({ answer: "not-found", keyId, operation: answer.error.operation });
    else {
      notes.add(answer.error);
      asked.others.push({ answer: "none", keyId });
    }
  });
  return asked;
}
