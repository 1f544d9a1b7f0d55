import type { Sweep, SweepPage } from "../../clouds/cloud.ts";
import { absentReading } from "../../model/absent-reading.ts";
import type { Call } from "../../model/reading.ts";
import { hear, type LiveSource } from "./live-source.ts";

/** Asks what is told for many keys at once (aliases, tags). A sweep that fails darkens its own columns and nothing else. */
export async function sweepSource(live: LiveSource): Promise<void> {
  const keyIds = [...live.heard.keys()];
  if (keyIds.length === 0) return;
  await Promise.all(live.connection.sweeps.flatMap((sweep) => batches(keyIds, sweep.batch).map((batch) => sweepBatch(live, sweep, batch))));
}

/** Pages of one sweep are heard only when all have come: half a list of aliases is no list. */
export async function sweepBatch(live: LiveSource, sweep: Sweep, keyIds: readonly string[]): Promise<void> {
  try {
    const pages = await allPages(live, sweep, sweep.batch === null ? [] : keyIds);
    const [asked, unmentioned] = [new Set(keyIds), new Set(keyIds)];
    for (const { readings, call } of pages) {
      for (const reading of readings.filter(({ keyId }) => asked.has(keyId))) {
        unmentioned.delete(reading.keyId);
        hear(live, { reading, call });
      }
    }
    const call = pages.at(-1)?.call;
    if (call) for (const keyId of unmentioned) hear(live, { reading: { ...absentReading(keyId, [], { reason: "pending" }), values: sweep.empty }, call });
  } catch (error) {
    hearRefusal(live, sweep, keyIds, error);
  }
}

/** What a call that failed leaves in the cells that it would have filled. */
export function hearRefusal(live: LiveSource, { operation, fields }: Pick<Sweep, "operation" | "fields">, keyIds: readonly string[], error: unknown): void {
  const absence = live.problems.note(error, operation);
  const call: Call = { operation, at: live.now().toISOString(), requestId: null };
  for (const keyId of keyIds) hear(live, { reading: absentReading(keyId, fields, absence), call });
}

async function allPages(live: LiveSource, sweep: Sweep, keyIds: readonly string[]): Promise<SweepPage[]> {
  const pages: SweepPage[] = [];
  let pageToken: string | null = null;
  do {
    live.calls += 1;
    const page: SweepPage = await sweep.page(live.address, { pageToken, keyIds });
    pages.push(page);
    pageToken = page.next;
  } while (pageToken !== null && pages.length < MOST_PAGES);
  return pages;
}

/** Beyond any quota: a listing that goes on is going in circles. */
const MOST_PAGES = 10_000;

function batches(keyIds: readonly string[], size: number | null): string[][] {
  const length = size ?? keyIds.length;
  return Array.from({ length: Math.ceil(keyIds.length / length) }, (_, i) => keyIds.slice(i * length, (i + 1) * length));
}
