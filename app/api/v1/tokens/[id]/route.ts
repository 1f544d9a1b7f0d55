import { z } from "zod";
import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { revokeToken } from "#lib/auth/revoke-token.ts";
import { ID_SHAPE } from "#lib/model/new-id.ts";

export const DELETE = defineRoute({
  summary: "Revokes an API token, from the next request on",
  role: "owner",
  audit: "token.remove",
  status: 204,
  params: z.object({ id: z.string().regex(ID_SHAPE) }),
  handle: ({ scope, params }) => revokeToken(scope, params.id),
});
export const { GET, POST, PUT, PATCH, OPTIONS } = refuseVerbs("DELETE");
