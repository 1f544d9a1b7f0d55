import type { CloudError } from "../../model/problem.ts";
import type { Absence } from "../../model/reading.ts";
import { attempt } from "../../reading/attempt.ts";
import { hear } from "../../reading/hear.ts";
import { inFlight } from "../../reading/in-flight.ts";
import type { LiveSource } from "./live-source.ts";

/**
 * Asks by name for keys that the inventory holds as missing: the listing lacks them, whatever filter it had, and the cloud may know them still.
 * One that it knows no more is none of the answer; a question that fails is a problem.
 */
export async function askMissing(live: LiveSource, keyIds: readonly string[]): Promise<void> {
  const { heard, cloud } = live.reading;
  const lacking = keyIds.filter((keyId) => !heard.has(keyId));
  await inFlight(lacking, cloud.pace.perSourceInFlight, async (keyId) => {
    const answer = await describeByName(live, keyId);
    if (answer === "found") live.unlisted.add(keyId);
  });
}

/** Hears what the cloud says of a key that no listing named. `unsaid`: it did not answer, which is a problem of the reading. */
export async function describeByName({ reading }: LiveSource, keyId: string): Promise<"found" | "gone" | "unsaid"> {
  const answer = await attempt(reading, { operation: "describe", repeats: false, excuse: knownNoMore }, () => {
    return reading.connection.describeKey(reading.source, keyId);
  });
  if ("absence" in answer) return answer.error?.kind === "not-found" ? "gone" : "unsaid";
  hear(reading, "described", { reading: { ...answer.value.value, keyId }, call: answer.value.call });
  return "found";
}

const knownNoMore = ({ kind, code }: CloudError): Absence | null => (kind === "not-found" ? { reason: "failed", note: code } : null);
