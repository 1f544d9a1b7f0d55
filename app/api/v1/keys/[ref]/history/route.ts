import { z } from "zod";
import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { getHistory } from "#lib/inventory/get-history.ts";
import { HISTORY_PAGE } from "#lib/inventory/history-input.ts";
import { ID_SHAPE } from "#lib/model/new-id.ts";

export const GET = defineRoute({
  summary: "Changes of a key's facts, newest first: what was before, what came after, when it was read and by which call. `next` is the `before` of older ones",
  role: "auditor",
  audit: "key.history",
  params: z.object({ ref: z.string().regex(ID_SHAPE) }),
  query: HISTORY_PAGE,
  handle: ({ scope, params, query }) => getHistory(scope, params.ref, query),
});
export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseVerbs("GET");
