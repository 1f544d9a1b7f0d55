import type { Extra, OpenedKey, ReadExtra } from "../../clouds/cloud.ts";
import type { ExtraName, ToldExtras } from "../../model/extras.ts";
import type { Told } from "../../model/told.ts";
import { attempt } from "../../reading/attempt.ts";
import type { OpenReading } from "../../reading/open-reading.ts";
import { unaskedExtras } from "../unasked-extras.ts";
import { withinTime } from "../within-time.ts";

/** How long one extra may take, tries again included: less than the page waits for its key. */
const DEADLINE_MS = 8_000;

/** Shortened in tests. */
export interface ExtrasOptions {
  deadlineMs?: number;
}

/**
 * Asks each list of one key that its cloud has, all at once and each alone: one that is refused, fails or is late is absent with its reason and a note, and
 * says nothing about the others. `raw` holds the cloud's own words by operation.
 */
export async function askExtras(
  reading: OpenReading,
  key: OpenedKey,
  { deadlineMs = DEADLINE_MS }: ExtrasOptions = {},
): Promise<{ extras: ToldExtras; raw: Record<string, unknown> }> {
  const raw: Record<string, unknown> = {};
  const told = await Promise.all(
    reading.connection.extras.map(async (extra): Promise<[ExtraName, Told<unknown>]> => [extra.name, await askExtra(reading, extra, key, { raw, deadlineMs })]),
  );
  return { extras: { ...unaskedExtras(reading.cloud), ...Object.fromEntries(told) }, raw };
}

async function askExtra(
  reading: OpenReading,
  extra: Extra,
  key: OpenedKey,
  into: { raw: Record<string, unknown>; deadlineMs: number },
): Promise<Told<unknown>> {
  const excuse = extra.excuse(key);
  if (excuse) return { absent: excuse.reason, note: excuse.note ?? null, fact: null };
  const answer = await attempt(reading, { operation: extra.operation, repeats: false, isAside: true }, () => {
    return withinTime<ReadExtra<unknown>>(extra.read(reading.source, key), into.deadlineMs);
  });
  // Nobody asks for it again before the page is opened anew: late is failed.
  if ("absence" in answer && answer.error === null) return { absent: "failed", note: "no answer in time", fact: answer.call };
  if ("absence" in answer) return { absent: answer.absence.reason, note: answer.absence.note ?? null, fact: answer.call };
  const told = answer.value;
  into.raw[told.call.operation] = told.raw;
  return "absent" in told ? { absent: told.absent.reason, note: told.absent.note ?? null, fact: told.call } : { value: told.value, fact: told.call };
}
