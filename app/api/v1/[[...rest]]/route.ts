import { defineRoute } from "#lib/api/define-route.ts";
import { Refusal } from "#lib/model/refusal.ts";

/** Whatever no other route takes: nothing here, once we know who asks. */
const nothing = defineRoute({
  summary: "Not found",
  role: "viewer",
  audit: "request.miss",
  query: { read: () => null, parameters: [] },
  handle: async () => {
    throw new Refusal("not_found", "There is nothing here.");
  },
});
export { nothing as DELETE, nothing as GET, nothing as OPTIONS, nothing as PATCH, nothing as POST, nothing as PUT };
