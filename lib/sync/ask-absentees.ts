import type { Cloud, Connection } from "../clouds/cloud.ts";
import { mergeReadings, type ReadingPart } from "../model/merge-readings.ts";
import type { SourceAddress } from "../model/source.ts";
import type { Absentee } from "../store/swap/listing.ts";
import { inFlight } from "./in-flight.ts";
import { attempt, type ReadingNotes } from "./reading-notes.ts";

/** Asks for each held key that the listing lacked: only the cloud's own "not found" makes it gone at once. `swept` is what the sweeps said about it. */
export async function askAbsentees(
  { cloud, connection, source, notes, signal }: { cloud: Cloud; connection: Connection; source: SourceAddress; notes: ReadingNotes; signal: AbortSignal },
  swept: ReadonlyMap<string, ReadingPart[]>,
): Promise<Absentee[]> {
  const absentees: Absentee[] = [];
  await inFlight([...swept], cloud.pace.perSourceInFlight, async ([keyId, parts]) => {
    signal.throwIfAborted();
    const answer = await attempt(() => connection.describeKey(source, keyId));
    if ("value" in answer) {
      const { value, call } = answer.value;
      absentees.push({ answer: "found", keyId, key: mergeReadings(cloud, [{ reading: { ...value, keyId }, call }, ...parts]) });
    } else if (answer.error.kind === "not-found") absentees.push({ answer: "not-found", keyId, operation: answer.error.operation });
    else {
      notes.add(answer.error);
      absentees.push({ answer: "none", keyId });
    }
  });
  return absentees;
}
