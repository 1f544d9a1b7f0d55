import { CloudError } from "../../model/problem.ts";
import type { ReadExtra } from "../cloud.ts";
import { isNoSuchApi, isNotForThisKey } from "./errors.ts";

/** A list that the cloud does not have for keys of this kind is not applicable, one that the site does not have at all is unreported: neither is a failure. */
export async function orAbsent<T>(now: () => Date, ask: () => Promise<ReadExtra<T>>): Promise<ReadExtra<T>> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const reason = isNotForThisKey(error) ? "not-applicable" : isNoSuchApi(error) ? "unreported" : null;
    if (reason === null) throw error;
    const call = { operation: error.operation, at: now().toISOString(), requestId: error.requestId };
    return { absent: { reason, note: error.code }, call, raw: null };
  }
}
