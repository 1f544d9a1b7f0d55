import { mergeReadings, type ReadingPart } from "../model/merge-readings.ts";
import type { ReadKey } from "../model/reading.ts";
import { type OpenReading, type Step, STEPS } from "./open-reading.ts";

/** Adds an answer to what was heard about its key; `failed` where it is a call's failure. */
export function hear({ heard }: Pick<OpenReading, "heard">, step: Step, part: ReadingPart, failed = false): void {
  const { keyId } = part.reading;
  const parts = heard.get(keyId);
  if (parts) parts.push({ ...part, step, failed });
  else heard.set(keyId, [{ ...part, step, failed }]);
}

/** Everything heard about a key, in the order of the steps. Empty for a key of which nothing was heard. */
export function partsOf({ heard }: Pick<OpenReading, "heard">, keyId: string): ReadingPart[] {
  return (heard.get(keyId) ?? []).toSorted((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step));
}

/** The key as far as it was heard of, which it must have been. */
export function readKeyOf(reading: Pick<OpenReading, "heard" | "cloud">, keyId: string): ReadKey {
  return mergeReadings(reading.cloud, partsOf(reading, keyId));
}
