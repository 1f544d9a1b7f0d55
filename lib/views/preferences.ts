import { type Preferences, UNCHOSEN } from "../model/preferences.ts";
import type { Scope } from "../model/scope.ts";
import { readPreferencesRow, writePreferences } from "../store/preferences.ts";

/** What the asker chose for the pages (`GET /preferences`), a person or an API token: each has a row of their own. A row of an older version lacks members. */
export async function readPreferences(scope: Scope): Promise<Preferences> {
  return { ...UNCHOSEN, ...(await readPreferencesRow(scope)) };
}

/** Keeps all of it in place of what was chosen before (`PUT /preferences`). `chosen` has passed `PREFERENCES`. */
export async function savePreferences(scope: Scope, chosen: Preferences): Promise<Preferences> {
  await writePreferences(scope, chosen);
  return chosen;
}
