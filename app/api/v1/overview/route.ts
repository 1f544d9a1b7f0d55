import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { getOverview } from "#lib/inventory/get-overview.ts";
import { OVERVIEW_QUERY } from "../overview-query.ts";

export const GET = defineRoute({
  summary: "The inventory counted for pictures: facets, coming days, ages and sources",
  role: "viewer",
  audit: "overview.read",
  query: OVERVIEW_QUERY,
  handle: ({ scope, query }) => getOverview(scope, query.places, query.zone),
});
export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseVerbs("GET");
