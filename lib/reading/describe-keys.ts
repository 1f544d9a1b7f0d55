import { absentReading } from "../model/absent-reading.ts";
import type { CloudError } from "../model/problem.ts";
import { attempt } from "./attempt.ts";
import { describedFields } from "./described-fields.ts";
import { hear } from "./hear.ts";
import { inFlight } from "./in-flight.ts";
import type { OpenReading } from "./open-reading.ts";

export interface Described {
  asked: number;
  /** Failures that say more about the cloud's health than about a key. */
  unanswered: CloudError[];
}

const DESCRIBE = "describe";

/**
 * Describes, once, those of `keyIds` that their listing did not tell all about. A refused or failed describe is about its key, and leaves it with the reason
 * in the cells that it would have filled.
 */
export async function describeKeys(
  reading: OpenReading,
  keyIds: readonly string[] = [...reading.heard.keys()],
  onKey: () => void = () => undefined,
): Promise<Described> {
  const wanted = keyIds.filter((keyId) => !reading.asked.has(`${DESCRIBE} ${keyId}`) && !isTold(reading, keyId));
  const fields = describedFields(reading);
  const unanswered: CloudError[] = [];
  await inFlight(wanted, reading.cloud.pace.perSourceInFlight, async (keyId) => {
    reading.asked.add(`${DESCRIBE} ${keyId}`);
    const answer = await attempt(reading, { operation: DESCRIBE, repeats: false }, () => {
      reading.calls += 1;
      reading.single.add(keyId);
      return reading.connection.describeKey(reading.source, keyId);
    });
    if ("value" in answer) hear(reading, "described", { reading: { ...answer.value.value, keyId }, call: answer.value.call });
    else {
      const { absence, call, error } = answer;
      if (error?.kind === "throttled" || error?.kind === "unavailable") unanswered.push(error);
      hear(reading, "described", { reading: absentReading(keyId, fields, absence), call }, true);
    }
    onKey();
  });
  return { asked: wanted.length, unanswered };
}

/** An answer of this reading told everything already; what was kept from an earlier one does not count. */
function isTold({ heard }: OpenReading, keyId: string): boolean {
  return heard.get(keyId)?.some(({ step, reading }) => step !== "kept" && reading.described) ?? false;
}
