import { ask } from "./ask-details.ts";
import type { OpenReading } from "./open-reading.ts";
import { sweepKeys } from "./sweep-keys.ts";

/** What the sweeps tell about one key, by the cloud's calls for one key where it has them, else by the sweeps themselves. */
export async function sweepOneKey(reading: OpenReading, keyId: string): Promise<void> {
  const single = reading.connection.sweepsOfOne ?? [];
  const told = new Set(single.flatMap(({ fields }) => fields));
  const others = reading.connection.sweeps.filter(({ fields }) => !fields.every((field) => told.has(field)));
  await Promise.all([...single.map((detail) => ask(reading, keyId, detail, "swept")), sweepKeys(reading, [keyId], others)]);
}
