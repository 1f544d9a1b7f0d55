import type { Sweep } from "../clouds/cloud.ts";
import { absentReading } from "../model/absent-reading.ts";
import type { ReadingPart } from "../model/merge-readings.ts";
import { CloudError } from "../model/problem.ts";
import type { Call } from "../model/reading.ts";
import { attempt } from "./attempt.ts";
import { checkRecord } from "./check-record.ts";
import { hear } from "./hear.ts";
import { cautiously } from "./in-flight.ts";
import type { OpenReading } from "./open-reading.ts";

/** Beyond any quota, in small pages too: a list that goes on is going in circles, at ten calls a second. */
const mostPages = (keys: number) => Math.min(10_000, 1_000 + 20 * keys);

/**
 * Asks what is told for many keys at once (aliases, tags) about `keyIds`. A sweep that fails darkens its own fields and nothing else; after three batches
 * that failed alike the others are not asked.
 */
export async function sweepKeys(
  reading: OpenReading,
  keyIds: readonly string[] = [...reading.heard.keys()],
  sweeps: readonly Sweep[] = reading.connection.sweeps,
): Promise<void> {
  await Promise.all(
    sweeps.map((sweep) => cautiously(batches(keyIds, sweep.batch), reading.cloud.pace.perSourceInFlight, (batch) => sweepBatch(reading, sweep, batch))),
  );
}

/** A batch that fails tells nothing: half of a key's aliases would look like all of them. */
async function sweepBatch(reading: OpenReading, sweep: Sweep, keyIds: readonly string[]): Promise<boolean> {
  const answer = await attempt(reading, { operation: sweep.operation, repeats: true }, () => readBatch(reading, sweep, keyIds));
  if ("absence" in answer) {
    const call = { ...answer.call, operation: sweep.operation };
    for (const keyId of keyIds) hear(reading, "swept", { reading: absentReading(keyId, sweep.fields, answer.absence), call }, true);
    return false;
  }
  const { parts, call } = answer.value;
  for (const keyId of keyIds) {
    const told = parts.get(keyId) ?? [{ reading: { keyId, arn: null, values: sweep.empty, absent: {}, raw: null, described: false }, call }];
    for (const part of told) hear(reading, "swept", part);
  }
  return true;
}

interface Batch {
  /** What it says of each of these keys. */
  parts: Map<string, ReadingPart[]>;
  /** The last one. */
  call: Call;
}

/**
 * Reads one batch to its end; once more where it ended before the total that the cloud claims, or the total changed on the way, since pages then no longer
 * join to a whole.
 */
async function readBatch(reading: OpenReading, sweep: Sweep, keyIds: readonly string[]): Promise<Batch> {
  const first = await readOnce(reading, sweep, keyIds);
  if (first.isWhole) return first;
  const second = await readOnce(reading, sweep, keyIds);
  if (second.isWhole) return second;
  throw goesInCircles(sweep, second.call, "list_short", "The list did not hold as many rows as the cloud claims, twice running.");
}

async function readOnce(reading: OpenReading, sweep: Sweep, keyIds: readonly string[]): Promise<Batch & { isWhole: boolean }> {
  const totals = new Set<number>();
  let rows = 0;
  const parts = new Map<string, ReadingPart[]>(keyIds.map((keyId) => [keyId, []]));
  const tokens = new Set<string>();
  let pageToken: string | null = null;
  while (tokens.size < mostPages(keyIds.length)) {
    const page = await sweep.page(reading.source, { pageToken, keyIds });
    for (const one of page.readings) {
      checkRecord(one, page.call);
      parts.get(one.keyId)?.push({ reading: one, call: page.call });
    }
    rows += page.rows ?? 0;
    if (typeof page.total === "number") totals.add(page.total);
    if (page.next === null) {
      const isWhole = totals.size === 0 || (totals.size === 1 && rows >= Math.max(...totals));
      return { parts: new Map([...parts].filter(([, told]) => told.length > 0)), call: page.call, isWhole };
    }
    if (tokens.has(page.next)) throw goesInCircles(sweep, page.call, "page_token_repeated", "The cloud gave the same page token twice.");
    tokens.add(page.next);
    pageToken = page.next;
  }
  throw goesInCircles(sweep, null, "listing_endless", `The list did not end after ${tokens.size} pages.`);
}

function goesInCircles({ operation }: Sweep, call: Call | null, code: string, message: string): CloudError {
  return new CloudError({ kind: "protocol", operation, code, message, requestId: call?.requestId });
}

function batches(keyIds: readonly string[], size: number | null): string[][] {
  if (keyIds.length === 0) return [];
  const step = size ?? keyIds.length;
  return Array.from({ length: Math.ceil(keyIds.length / step) }, (_, i) => keyIds.slice(i * step, (i + 1) * step));
}
