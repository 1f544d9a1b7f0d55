import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { listKeys } from "#lib/inventory/list-keys.ts";
import { listLiveKeys } from "#lib/inventory/list-live-keys.ts";
import { KEY_QUERY } from "../key-query.ts";

export const GET = defineRoute({
  summary: "Keys of the inventory, with coverage; live=true asks the clouds",
  role: "viewer",
  audit: "keys.list",
  usesCredential: "when-live",
  query: KEY_QUERY,
  handle: ({ scope, query, signal }) => (query.live ? listLiveKeys(scope, query, signal) : listKeys(scope, query)),
});
export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseVerbs("GET");
