import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { readPreferences, savePreferences } from "#lib/views/preferences.ts";
import { PREFERENCES } from "#lib/views/preferences-input.ts";

export const GET = defineRoute({
  summary: "What the asker chose for the pages; null where they did not",
  role: "viewer",
  audit: "preferences.read",
  handle: ({ scope }) => readPreferences(scope),
});
export const PUT = defineRoute({
  summary: "Keeps what the asker chose for the pages; what is left out is forgotten",
  role: "viewer",
  audit: "preferences.update",
  body: PREFERENCES,
  handle: ({ scope, body }) => savePreferences(scope, body),
});
export const { POST, PATCH, DELETE, OPTIONS } = refuseVerbs("GET", "PUT");
