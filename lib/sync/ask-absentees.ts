import { attempt } from "../reading/attempt.ts";
import { describeNamed, type KeyName } from "../reading/describe-named.ts";
import { hear } from "../reading/hear.ts";
import { inFlight } from "../reading/in-flight.ts";
import type { OpenReading } from "../reading/open-reading.ts";
import type { Absentee } from "../store/swap/listing.ts";

export interface Asked {
  /** The cloud still answers for these. */
  found: string[];
  /** It does not, or not now. */
  others: Absentee[];
}

/** Asks for each held key that the listing lacked: only the cloud's own "not found" makes one gone at once. */
export async function askAbsentees(reading: OpenReading, keys: readonly KeyName[]): Promise<Asked> {
  const asked: Asked = { found: [], others: [] };
  await inFlight(keys, reading.cloud.pace.perSourceInFlight, async (key) => {
    const { keyId } = key;
    const gone = { answer: "not-found", keyId } as const;
    const answer = await attempt(reading, { operation: "describe", repeats: false, excuse: notFound }, () => {
      reading.single.add(keyId);
      return describeNamed(reading, key);
    });
    if ("value" in answer) {
      asked.found.push(keyId);
      hear(reading, "described", { reading: { ...answer.value.value, keyId }, call: answer.value.call });
    } else asked.others.push(answer.error?.kind === "not-found" ? { ...gone, operation: answer.error.operation } : { answer: "none", keyId });
  });
  return asked;
}

/** That a key is gone is an answer and no problem. */
const notFound = ({ kind, code }: { kind: string; code: string }) => (kind === "not-found" ? ({ reason: "failed", note: code } as const) : null);
