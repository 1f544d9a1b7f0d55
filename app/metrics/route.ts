import { defineRoute } from "#lib/api/define-route.ts";
import { metricsText } from "#lib/api/metrics.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { cover } from "#lib/inventory/cover.ts";
import { syncProgress } from "#lib/sync/sync-progress.ts";

/** For Prometheus, with an API token as its bearer token; counts only what that token may see. */
export const GET = defineRoute({
  summary: "Figures of this process and of the inventory, in Prometheus' text format",
  role: "viewer",
  audit: "metrics.read",
  handle: async ({ scope }) => {
    const now = new Date();
    const [coverage, progress] = await Promise.all([cover(scope, { filters: [] }, now), syncProgress(scope)]);
    const { contentType, text } = await metricsText(coverage, progress, now.getTime());
    return new Response(text, { headers: { "content-type": contentType } });
  },
});
export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseVerbs("GET");
