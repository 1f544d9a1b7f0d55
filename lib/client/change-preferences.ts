import type { Preferences } from "../model/preferences.ts";
import { fetchJson } from "./fetch-json.ts";

let last: Promise<unknown> = Promise.resolve();

/**
 * Changes a part of what a person chose. All of it is sent, so the rest is asked for first: another tab may have changed it. One change waits for the one
 * before, whatever became of that: at once, the second would send back what the first had just replaced.
 */
export function changePreferences(change: Partial<Preferences>): Promise<Preferences> {
  const ask = async () => {
    const now = await fetchJson<Preferences>("/api/v1/preferences");
    return fetchJson<Preferences>("/api/v1/preferences", { method: "PUT", body: { ...now, ...change } });
  };
  const kept = last.then(ask, ask);
  last = kept;
  return kept;
}
