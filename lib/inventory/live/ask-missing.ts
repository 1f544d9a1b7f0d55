import type { CloudError } from "../../model/problem.ts";
import type { Absence } from "../../model/reading.ts";
import { attempt } from "../../reading/attempt.ts";
import { describeNamed, type KeyName } from "../../reading/describe-named.ts";
import { hear } from "../../reading/hear.ts";
import { inFlight } from "../../reading/in-flight.ts";
import type { LiveSource } from "./live-source.ts";

/**
 * Asks by name for keys that the inventory holds as missing: the listing lacks them, whatever filter it had, and the cloud may know them still.
 * One that it knows no more is none of the answer; a question that fails is a problem.
 */
export async function askMissing(live: LiveSource, keys: readonly KeyName[]): Promise<void> {
  const { heard, cloud } = live.reading;
  const lacking = keys.filter(({ keyId }) => !heard.has(keyId));
  await inFlight(lacking, cloud.pace.perSourceInFlight, async (key) => {
    const answer = await describeByName(live, key);
    if (answer === "found") live.unlisted.add(key.keyId);
  });
}

/** Hears what the cloud says of a key that no listing named. `unsaid`: it did not answer, which is a problem of the reading. */
export async function describeByName({ reading }: LiveSource, key: KeyName): Promise<"found" | "gone" | "unsaid"> {
  const answer = await attempt(reading, { operation: "describe", repeats: false, excuse: knownNoMore }, () => describeNamed(reading, key));
  if ("absence" in answer) return answer.error?.kind === "not-found" ? "gone" : "unsaid";
  const { value, call } = answer.value;
  hear(reading, "described", { reading: { ...value, keyId: key.keyId }, call });
  return "found";
}

const knownNoMore = ({ kind, code }: CloudError): Absence | null => (kind === "not-found" ? { reason: "failed", note: code } : null);
