import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { listSources } from "#lib/inventory/list-sources.ts";

export const GET = defineRoute({
  summary: "Every source: what it does now and how its last reading ended",
  role: "viewer",
  audit: "sources.list",
  handle: async ({ scope }) => ({ rows: await listSources(scope), next: null }),
});
export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseVerbs("GET");
