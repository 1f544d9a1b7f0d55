import type { Preferences } from "../model/preferences.ts";
import { fetchJson } from "./fetch-json.ts";

/** Changes a part of what a person chose. All of it is sent, so the rest is asked for first: another tab may have changed it. */
export async function changePreferences(change: Partial<Preferences>): Promise<Preferences> {
  const now = await fetchJson<Preferences>("/api/v1/preferences");
  return fetchJson("/api/v1/preferences", { method: "PUT", body: { ...now, ...change } });
}
