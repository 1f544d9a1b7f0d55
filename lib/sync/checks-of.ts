import type { OpenReading } from "../reading/open-reading.ts";
import type { KeyCheck } from "../store/swap/listing.ts";

/** What this reading was told of keys beside what it kept: their describes and details that were answered, whether or not they changed anything. */
export function checksOf({ heard }: Pick<OpenReading, "heard">, keyIds: Iterable<string>): KeyCheck[] {
  return [...keyIds].flatMap((keyId) => {
    const parts = heard.get(keyId)?.filter(({ step, failed }) => step !== "census" && step !== "swept" && !failed) ?? [];
    const described = parts.findLast(({ reading }) => reading.described);
    const told = parts.filter(({ step, reading }) => step === "described" || step === "detailed" || (step === "listed" && reading.described));
    if (!described || told.length === 0) return [];
    const calls = Object.fromEntries(told.map(({ call: { operation, at, requestId } }) => [operation, { at, requestId }]));
    return [{ keyId, describedAt: described.call.at, requestId: described.call.requestId, calls }];
  });
}
