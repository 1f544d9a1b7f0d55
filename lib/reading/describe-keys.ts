import { absentReading } from "../model/absent-reading.ts";
import type { Answer } from "../clouds/cloud.ts";
import type { CloudError } from "../model/problem.ts";
import type { KeyReading } from "../model/reading.ts";
import { absenceOf, type Attempted, attempt } from "./attempt.ts";
import { describeNamed } from "./describe-named.ts";
import { describedFields } from "./described-fields.ts";
import { hear } from "./hear.ts";
import { inFlight } from "./in-flight.ts";

import type { OpenReading } from "./open-reading.ts";

export interface Described {
  asked: number;
  /** Failures that say more about the cloud's health than about a key. */
  unanswered: CloudError[];
}

type Failed = Extract<Attempted<unknown>, { error: unknown }>;

const DESCRIBE = "describe";
/** After as many throttled describes in a row the rest is not asked: each of them was tried several times, and a cloud that has enough is to be left alone. */
const MOST_THROTTLED = 5;

export interface DescribeOptions {
  onKey?: () => void;
  /** Takes the listed keys that the cloud does not know when it is asked for them: then nothing is heard of them, and no problem noted. */
  vanished?: Map<string, CloudError>;
}

/**
 * Describes, once, those of `keyIds` that their listing did not tell all about; by their resource name where the cloud does not know the id, as for keys of
 * another account. A refused or failed describe is about its key, and leaves it with the reason in the cells that it would have filled.
 */
export async function describeKeys(
  reading: OpenReading,
  keyIds: readonly string[] = [...reading.heard.keys()],
  { onKey = () => undefined, vanished }: DescribeOptions = {},
): Promise<Described> {
  const wanted = keyIds.filter((keyId) => !reading.asked.has(`${DESCRIBE} ${keyId}`) && !isTold(reading, keyId));
  const fields = describedFields(reading);
  const unanswered: CloudError[] = [];
  const throttles: Failed[] = [];
  await inFlight(wanted, reading.cloud.pace.perSourceInFlight, async (keyId) => {
    reading.asked.add(`${DESCRIBE} ${keyId}`);
    const excuse = vanished && ((error: CloudError) => (error.kind === "not-found" ? absenceOf(error) : null));
    const given = throttles.length >= MOST_THROTTLED ? throttles.at(-1) : undefined;
    const answer = given ?? (await attempt(reading, { operation: DESCRIBE, repeats: false, ...(excuse && { excuse }) }, () => describeListed(reading, keyId)));
    if ("error" in answer && answer.error?.kind === "throttled") throttles.push(answer);
    else throttles.length = 0;
    if (vanished && "error" in answer && answer.error?.kind === "not-found") vanished.set(keyId, answer.error);
    else if ("value" in answer) hear(reading, "described", { reading: { ...answer.value.value, keyId }, call: answer.value.call });
    else {
      const { absence, call, error } = answer;
      if (error?.kind === "throttled" || error?.kind === "unavailable") unanswered.push(error);
      hear(reading, "described", { reading: absentReading(keyId, fields, absence), call }, true);
    }
    onKey();
  });
  return { asked: wanted.length, unanswered };
}

/** By its id and by the resource name that its listing gave it. */
function describeListed(reading: OpenReading, keyId: string): Promise<Answer<KeyReading>> {
  const arn = reading.heard.get(keyId)?.find(({ step }) => step === "listed")?.reading.arn ?? null;
  reading.single.add(keyId);
  return describeNamed(reading, { keyId, arn });
}

/** Notes that the cloud does not know a key that it lists: its cells say so. */
export function hearNotFound(reading: OpenReading, keyId: string, error: CloudError): void {
  const call = { operation: error.operation, at: reading.now().toISOString(), requestId: error.requestId };
  hear(reading, "described", { reading: absentReading(keyId, describedFields(reading), absenceOf(error)), call }, true);
}

/** An answer of this reading told everything already; what was kept from an earlier one does not count. */
function isTold({ heard }: OpenReading, keyId: string): boolean {
  return heard.get(keyId)?.some(({ step, reading }) => step !== "kept" && reading.described) ?? false;
}
