import type { Scope } from "../model/scope.ts";
import type { SyncProgress } from "../model/source.ts";
import { isBusy, readSources } from "../store/sources.ts";

/** What is being read and what waits (`GET /sync`), of the sources that the asker may see. */
export async function syncProgress(scope: Scope): Promise<SyncProgress> {
  const busy = await readSources(scope, isBusy);
  const reading = busy.filter(({ state }) => state === "reading");
  return {
    running: reading.length,
    queued: busy.length - reading.length,
    sources: reading.map(({ account, region, project, done, expected, calls, throttled }) => ({
      account: account.id,
      region,
      project,
      done,
      expected,
      calls,
      throttled,
    })),
  };
}
