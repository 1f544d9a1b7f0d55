import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { listLiveKeys } from "#lib/inventory/list-live-keys.ts";
import { KEY_QUERY } from "../../key-query.ts";

export const GET = defineRoute({
  summary: "The same query run against the clouds now, with its plan and how the answer differs from the inventory",
  role: "viewer",
  audit: "keys.list-live",
  usesCredential: "always",
  query: KEY_QUERY,
  handle: ({ scope, query, signal }) => listLiveKeys(scope, query, signal),
});
export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseVerbs("GET");
