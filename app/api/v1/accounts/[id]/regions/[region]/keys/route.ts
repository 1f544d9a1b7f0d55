import { z } from "zod";
import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { proxyKeys } from "#lib/inventory/proxy-keys.ts";
import { ID_SHAPE } from "#lib/model/new-id.ts";
import { PROXY_QUERY } from "../../../../../proxy-query.ts";

export const GET = defineRoute({
  summary: "One native page of keys of one region, normalised",
  role: "viewer",
  audit: "keys.proxy",
  usesCredential: "always",
  params: z.object({ id: z.string().regex(ID_SHAPE), region: z.string().max(64) }),
  query: PROXY_QUERY,
  handle: ({ scope, params, query, signal }) => proxyKeys(scope, params.id, params.region, query, signal),
});
export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseVerbs("GET");
