import { z } from "zod";
import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { getHistory } from "#lib/inventory/get-history.ts";
import { ID_SHAPE } from "#lib/model/new-id.ts";

export const GET = defineRoute({
  summary: "Every change of a key's facts, newest first: what was before, what came after, when it was read and by which call",
  role: "auditor",
  audit: "key.history",
  params: z.object({ ref: z.string().regex(ID_SHAPE) }),
  handle: ({ scope, params }) => getHistory(scope, params.ref),
});
export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseVerbs("GET");
