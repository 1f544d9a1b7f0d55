import type { Preferences } from "../model/preferences.ts";
import type { Scope } from "../model/scope.ts";
import { readPreferencesRow, writePreferences } from "../store/preferences.ts";

const UNCHOSEN: Preferences = { columns: null, density: null, pageSize: null, language: null, timeZone: null, timeStyle: null };

/** What the asker chose for the pages (`GET /preferences`), a person or an API token: each has a row of their own. */
export async function readPreferences(scope: Scope): Promise<Preferences> {
  return { ...UNCHOSEN, ...(await readPreferencesRow(scope)) };
}

/** Keeps all of it in place of what was chosen before (`PUT /preferences`). `chosen` has passed `PREFERENCES`. */
export async function savePreferences(scope: Scope, chosen: Preferences): Promise<Preferences> {
  await writePreferences(scope, chosen);
  return chosen;
}
