import type { Sweep } from "../clouds/cloud.ts";
import { ask } from "./ask-details.ts";
import { readKeyOf } from "./hear.ts";
import type { OpenReading } from "./open-reading.ts";
import { sweepKeys } from "./sweep-keys.ts";

/**
 * What the sweeps tell about one key that was heard of: by the cloud's call for one key where it has one; where it has none, or where that call fails, by
 * the sweep itself. So a site that lacks the one call, or a credential that may not make it, darkens nothing.
 */
export async function sweepOneKey(reading: OpenReading, keyId: string): Promise<void> {
  await Promise.all(
    reading.connection.sweeps.map(async (sweep) => {
      if (!(await isToldAlone(reading, keyId, sweep))) await sweepKeys(reading, [keyId], [sweep]);
    }),
  );
}

async function isToldAlone(reading: OpenReading, keyId: string, sweep: Sweep): Promise<boolean> {
  const alone = reading.connection.sweepsOfOne?.find(({ fields }) => sweep.fields.every((field) => fields.includes(field)));
  return alone?.applies(readKeyOf(reading, keyId)) === true && (await ask(reading, keyId, alone, "swept"));
}
