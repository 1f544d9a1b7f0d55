import type { Answer, Extra, OpenedKey } from "../../clouds/cloud.ts";
import type { ExtraName, ToldExtras } from "../../model/extras.ts";
import { CloudError } from "../../model/problem.ts";
import type { Told } from "../../model/told.ts";
import { unaskedExtras } from "../unasked-extras.ts";
import { withinTime } from "../within-time.ts";
import type { LiveSource } from "./live-source.ts";

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
export async function askExtras(live: LiveSource, key: OpenedKey, options: ExtrasOptions = {}): Promise<{ extras: ToldExtras; raw: Record<string, unknown> }> {
  const raw: Record<string, unknown> = {};
  const told = await Promise.all(
    live.connection.extras.map(async (extra): Promise<[ExtraName, Told<unknown>]> => [extra.name, await askExtra(live, extra, key, raw, options)]),
  );
  return { extras: { ...unaskedExtras(live.cloud), ...Object.fromEntries(told) }, raw };
}

async function askExtra(live: LiveSource, extra: Extra, key: OpenedKey, raw: Record<string, unknown>, options: ExtrasOptions): Promise<Told<unknown>> {
  const excuse = extra.excuse(key);
  if (excuse) return { absent: excuse.reason, note: excuse.note ?? null, fact: null };
  try {
    live.calls += 1;
    const { value, call, raw: words } = await withinTime<Answer<unknown> & { raw: unknown }>(extra.read(live.address, key), options.deadlineMs ?? DEADLINE_MS);
    raw[call.operation] = words;
    return { value, fact: call };
  } catch (error) {
    return refused(error, extra.operation, live.now().toISOString());
  }
}

/** Whatever is no failure of the cloud is thrown on. */
function refused(error: unknown, asked: string, at: string): Told<never> {
  if (error instanceof CloudError) {
    const { kind, code, operation, requestId } = error;
    return { absent: kind === "auth" || kind === "forbidden" ? "denied" : "failed", note: code, fact: { operation, at, requestId } };
  }
  if (error instanceof Error && error.name === "TimeoutError")
    return { absent: "failed", note: "no answer in time", fact: { operation: asked, at, requestId: null } };
  throw error;
}
