import type { Sweep } from "../clouds/cloud.ts";
import { absentReading } from "../model/absent-reading.ts";
import type { ReadingPart } from "../model/merge-readings.ts";
import { CloudError } from "../model/problem.ts";
import type { Call } from "../model/reading.ts";
import type { SourceAddress } from "../model/source.ts";
import { absenceOf, attempt, type ReadingNotes } from "./reading-notes.ts";
import { Repetition } from "./repetition.ts";

/**
 * Adds what a sweep says about each of `keyIds`. A batch that fails tells nothing: half of a key's aliases would look like all of them, so its keys' fields
 * are absent with the reason.
 */
export async function sweepSource(
  sweep: Sweep,
  source: SourceAddress,
  keyIds: readonly string[],
  notes: ReadingNotes,
  add: (keyId: string, part: ReadingPart) => void,
): Promise<void> {
  const repetition = new Repetition();
  for (const batch of batches(keyIds, sweep.batch)) {
    const answer = repetition.error ? { error: repetition.error } : await attempt(() => sweepBatch(sweep, source, batch));
    repetition.note("error" in answer ? answer.error : null);
    if ("error" in answer) {
      notes.add(answer.error);
      const call = { operation: sweep.operation, at: new Date().toISOString(), requestId: answer.error.requestId };
      for (const keyId of batch) add(keyId, { reading: absentReading(keyId, sweep.fields, absenceOf(answer.error)), call });
      continue;
    }
    const { parts, call } = answer.value;
    const told = Map.groupBy(parts, ({ reading }) => reading.keyId);
    for (const keyId of batch) {
      for (const part of told.get(keyId) ?? []) add(keyId, part);
      if (!told.has(keyId)) add(keyId, { reading: { keyId, arn: null, values: sweep.empty, absent: {}, raw: null, described: false }, call });
    }
  }
}

/** Reads one batch to its end; `call` is its last one. */
async function sweepBatch(sweep: Sweep, source: SourceAddress, keyIds: readonly string[]): Promise<{ parts: ReadingPart[]; call: Call }> {
  const parts: ReadingPart[] = [];
  const tokens = new Set<string>();
  for (let pageToken: string | null = null; ; ) {
    const page = await sweep.page(source, { pageToken, keyIds });
    for (const reading of page.readings) parts.push({ reading, call: page.call });
    if (page.next === null) return { parts, call: page.call };
    if (tokens.has(page.next)) {
      throw new CloudError({
        kind: "protocol",
        operation: sweep.operation,
        code: "page_token_repeated",
        message: "The cloud gave the same page token twice.",
        requestId: page.call.requestId,
      });
    }
    tokens.add(page.next);
    pageToken = page.next;
  }
}

function batches(keyIds: readonly string[], size: number | null): string[][] {
  if (keyIds.length === 0) return [];
  const step = size ?? keyIds.length;
  return Array.from({ length: Math.ceil(keyIds.length / step) }, (_, i) => keyIds.slice(i * step, (i + 1) * step));
}
