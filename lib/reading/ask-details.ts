import type { Detail } from "../clouds/cloud.ts";
import { absentReading } from "../model/absent-reading.ts";
import { FACT_FIELDS, type FactField } from "../model/key.ts";
import { attempt } from "./attempt.ts";
import { checkRecord } from "./check-record.ts";
import { hear, readKeyOf } from "./hear.ts";
import { cautiously } from "./in-flight.ts";
import type { OpenReading, Step } from "./open-reading.ts";

/**
 * Asks the details that apply to each of `keyIds` and tell one of `fields`, once. After three equal failures running the rest get the same reason without
 * being asked.
 */
export async function askDetails(
  reading: OpenReading,
  keyIds: readonly string[] = [...reading.heard.keys()],
  fields: readonly FactField[] = FACT_FIELDS,
): Promise<void> {
  for (const detail of reading.connection.details) {
    if (!detail.fields.some((field) => fields.includes(field))) continue;
    const applying = keyIds.filter((keyId) => detail.applies(readKeyOf(reading, keyId)));
    await cautiously(applying, reading.cloud.pace.perSourceInFlight, (keyId) => ask(reading, keyId, detail, "detailed"));
  }
}

/** Asks one detail about one key, unless that was done. Whether it was answered. */
export async function ask(reading: OpenReading, keyId: string, detail: Detail, step: Step): Promise<boolean> {
  const name = `${detail.operation} ${keyId}`;
  if (reading.asked.has(name)) return true;
  reading.asked.add(name);
  const answer = await attempt(reading, { operation: detail.operation, repeats: true }, async () => {
    reading.single.add(keyId);
    const told = await detail.read(reading.source, keyId);
    checkRecord(told.value, told.call);
    return told;
  });
  if ("value" in answer) hear(reading, step, { reading: { ...answer.value.value, keyId }, call: answer.value.call });
  else hear(reading, step, { reading: absentReading(keyId, detail.fields, answer.absence), call: { ...answer.call, operation: detail.operation } }, true);
  return "value" in answer;
}
