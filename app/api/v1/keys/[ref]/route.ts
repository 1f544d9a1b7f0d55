import { z } from "zod";
import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { getKey } from "#lib/inventory/get-key.ts";
import { getLiveKey } from "#lib/inventory/get-live-key.ts";
import { ID_SHAPE } from "#lib/model/new-id.ts";

export const GET = defineRoute({
  summary: "One key with provenance and the cloud's own words; live=true asks the cloud now, for its versions, policy and grants too",
  role: "viewer",
  audit: "key.read",
  usesCredential: "when-live",
  params: z.object({ ref: z.string().regex(ID_SHAPE) }),
  query: z.strictObject({ live: z.enum(["true", "false"]).optional() }),
  handle: ({ scope, params, query, signal }) => (query.live === "true" ? getLiveKey(scope, params.ref, signal) : getKey(scope, params.ref)),
});
export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseVerbs("GET");
