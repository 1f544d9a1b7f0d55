import { readKeyOf } from "../../reading/hear.ts";
import type { OpenReading } from "../../reading/open-reading.ts";
import type { LightOrder } from "./light-order.ts";
import { saysOther } from "./says-other.ts";

/** Kept keys of which a sweep says something new, where that may change what a describe means: they are described after all. */
export function changedBySweeps(reading: OpenReading, order: LightOrder, keyIds: Iterable<string>): string[] {
  if (!reading.cloud.reconcile) return [];
  const swept = reading.connection.sweeps.flatMap(({ fields }) => fields);
  return [...keyIds].filter((keyId) => {
    const row = order.known.get(keyId)?.row;
    const isKept = reading.heard.get(keyId)?.some(({ step }) => step === "kept");
    return row && isKept && saysOther(readKeyOf(reading, keyId), row, swept);
  });
}
