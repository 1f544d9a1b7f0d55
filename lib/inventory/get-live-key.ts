import { openConnection } from "../accounts/open-connection.ts";
import type { Pace } from "../clouds/pace.ts";
import { cloudOf } from "../clouds/registry.ts";
import type { KeyDetail } from "../model/key.ts";
import { CloudError } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import { wellFormed } from "../model/well-formed.ts";
import { askDetails } from "../reading/ask-details.ts";
import { describeNamed } from "../reading/describe-named.ts";
import { hear, readKeyOf } from "../reading/hear.ts";
import { sweepOneKey } from "../reading/sweep-one-key.ts";
import { readSources } from "../store/sources.ts";
import { getKey } from "./get-key.ts";
import { askExtras, type ExtrasOptions } from "./live/ask-extras.ts";
import { liveDetail } from "./live/live-detail.ts";
import { inTime } from "./live/in-time.ts";
import { openLiveSource } from "./live/live-source.ts";
import { vendorTerms } from "./vendor-terms.ts";

/** How long one key may take. */
const DEADLINE_MS = 15_000;

/** Shortened in tests. */
export interface LiveKeyOptions extends ExtrasOptions {
  pace?: Partial<Pace>;
}

/**
 * One key of the inventory asked of its cloud now, with the lists that belong to it alone (versions, policy, grants). Throws Refusal `not_found` for a key
 * that is absent or of others, and for one that its cloud knows no more; CloudError when the cloud does not describe it.
 */
export async function getLiveKey(scope: Scope, ref: string, signal?: AbortSignal, options: LiveKeyOptions = {}): Promise<KeyDetail> {
  const stored = await getKey(scope, ref);
  const { keyId, firstSeenAt } = stored;
  const source = (await readSources(scope)).find(
    ({ account, region, project }) => account.id === stored.account.id && region === stored.region && project === stored.project,
  );
  if (!source) throw new Refusal("not_found", "There is no such key.");
  const deadline = AbortSignal.any([AbortSignal.timeout(DEADLINE_MS), ...(signal ? [signal] : [])]);
  const live = openLiveSource(source, await openConnection(scope, source.account.id, { signal: deadline, pace: options.pace ?? {} }));
  const { reading } = live;
  try {
    const { value, call } = await inTime("describe", describeNamed(reading, stored));
    hear(reading, "described", { reading: { ...value, keyId }, call });
  } catch (error) {
    if (error instanceof CloudError && error.kind === "not-found") throw new Refusal("not_found", "The cloud knows this key no more.", null, error);
    throw error;
  }
  await sweepOneKey(reading, keyId);
  const [{ extras, raw }] = await Promise.all([askExtras(reading, readKeyOf(reading, keyId), options), askDetails(reading, [keyId])]);
  const detail = liveDetail(live, keyId);
  return {
    ...detail,
    raw: { ...detail.raw, ...wellFormed(raw) },
    extras,
    ref,
    firstSeenAt,
    console: stored.console,
    terms: vendorTerms(cloudOf(stored.cloud), detail),
  };
}
