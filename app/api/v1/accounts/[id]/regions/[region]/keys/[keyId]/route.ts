import { z } from "zod";
import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { proxyKey } from "#lib/inventory/proxy-key.ts";
import { ID_SHAPE } from "#lib/model/new-id.ts";
import { PROJECT_QUERY } from "../../../../../../proxy-query.ts";

export const GET = defineRoute({
  summary: "One key described by its cloud: an id, alias or ARN, percent-encoded as one segment",
  role: "viewer",
  audit: "key.proxy",
  usesCredential: "always",
  params: z.object({ id: z.string().regex(ID_SHAPE), region: z.string().max(64), keyId: z.string().min(1) }),
  query: PROJECT_QUERY,
  handle: ({ scope, params, query, signal }) => proxyKey(scope, params.id, params.region, params.keyId, query, signal),
});
export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseVerbs("GET");
