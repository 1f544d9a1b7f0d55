import type { Detail, Sweep } from "../../clouds/cloud.ts";
import { CloudError } from "../../model/problem.ts";
import { hear, type LiveSource, readKeyOf } from "./live-source.ts";
import { hearRefusal, sweepBatch } from "./sweep-source.ts";

/**
 * What sweeps tell, for one key: by one call for the key where its cloud has one, else, and where that call fails, by the sweep itself. So a site that lacks
 * the one call, or a credential that may not make it, darkens nothing.
 */
export async function sweepOne(live: LiveSource, keyId: string): Promise<void> {
  const { sweeps, sweepsOfOne = [] } = live.connection;
  await Promise.all(
    sweeps.map(async (sweep) => {
      const one = sweepsOfOne.find((call) => tellsAllOf(call, sweep));
      if (!one?.applies(readKeyOf(live, keyId)) || !(await isTold(live, one, keyId))) await sweepBatch(live, sweep, [keyId]);
    }),
  );
}

const tellsAllOf = (call: Detail, sweep: Sweep) => sweep.fields.every((field) => call.fields.includes(field));

async function isTold(live: LiveSource, one: Detail, keyId: string): Promise<boolean> {
  try {
    live.calls += 1;
    const { value, call } = await one.read(live.address, keyId);
    hear(live, { reading: { ...value, keyId }, call });
    return true;
  } catch (error) {
    // A credential that was refused is asked no second time.
    if (error instanceof CloudError && error.kind === "auth") hearRefusal(live, one, [keyId], error);
    // A deadline is passed for the sweep too, which says so.
    else if (error instanceof CloudError || (error instanceof Error && error.name === "TimeoutError")) return false;
    else throw error;
    return true;
  }
}
