import { FACT_FIELDS, type FactField } from "../model/key.ts";
import type { Cloud, Connection } from "../clouds/cloud.ts";
import { absentReading } from "../model/absent-reading.ts";
import { mergeReadings, type ReadingPart } from "../model/merge-readings.ts";
import type { CloudError } from "../model/problem.ts";
import type { SourceAddress } from "../model/source.ts";
import { inFlight } from "./in-flight.ts";
import { absenceOf, attempt, type ReadingNotes } from "./reading-notes.ts";
import { Repetition } from "./repetition.ts";

interface Reading {
  cloud: Cloud;
  connection: Connection;
  source: SourceAddress;
  keys: Map<string, ReadingPart[]>;
  notes: ReadingNotes;
  signal: AbortSignal;
  onKey: () => void;
}

/**
 * Describes every key that the listing did not tell all about. A refused or failed describe leaves the key with the reason in the cells it would have filled.
 * Returns the failures that say more about the cloud's health than about a key.
 */
export async function describeKeys({ cloud, connection, source, keys, notes, signal, onKey }: Reading): Promise<{ asked: number; unanswered: CloudError[] }> {
  const undescribed = [...keys].filter(([, parts]) => !parts.some(({ reading }) => reading.described));
  const unanswered: CloudError[] = [];
  const fields = describedFields(cloud, connection);
  await inFlight(undescribed, cloud.pace.perSourceInFlight, async ([keyId, parts]) => {
    signal.throwIfAborted();
    const answer = await attempt(() => connection.describeKey(source, keyId));
    if ("error" in answer) {
      const { error } = answer;
      notes.add(error);
      if (error.kind === "throttled" || error.kind === "unavailable") unanswered.push(error);
      parts.push({
        reading: absentReading(keyId, fields, absenceOf(error)),
        call: { operation: error.operation, at: new Date().toISOString(), requestId: error.requestId },
      });
    } else parts.push({ reading: { ...answer.value.value, keyId }, call: answer.value.call });
    onKey();
  });
  return { asked: undescribed.length, unanswered };
}

/** Asks the details that apply to each key. After three equal failures running the rest get the same reason without being asked. */
export async function readDetails({ cloud, connection, source, keys, notes, signal }: Reading): Promise<void> {
  for (const detail of connection.details) {
    const repetition = new Repetition();
    const applying = [...keys].filter(([, parts]) => detail.applies(mergeReadings(cloud, parts)));
    await inFlight(applying, cloud.pace.perSourceInFlight, async ([keyId, parts]) => {
      signal.throwIfAborted();
      const answer = repetition.error ? { error: repetition.error } : await attempt(() => detail.read(source, keyId));
      repetition.note("error" in answer ? answer.error : null);
      if ("value" in answer) return void parts.push({ reading: answer.value.value, call: answer.value.call });
      notes.add(answer.error);
      const call = { operation: detail.operation, at: new Date().toISOString(), requestId: answer.error.requestId };
      parts.push({ reading: absentReading(keyId, detail.fields, absenceOf(answer.error)), call });
    });
  }
}

/** Those that neither a sweep nor a detail tells, and that this cloud tells at all. */
function describedFields(cloud: Cloud, connection: Connection): FactField[] {
  const elsewhere = new Set([...connection.sweeps, ...connection.details].flatMap(({ fields }) => fields));
  return FACT_FIELDS.filter((field) => !elsewhere.has(field) && !cloud.unreported.includes(field));
}
