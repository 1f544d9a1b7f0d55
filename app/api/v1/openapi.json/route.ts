import { defineRoute } from "#lib/api/define-route.ts";
import { describeApi } from "#lib/api/describe-api.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { ROUTES } from "../routes.ts";

let described: ReturnType<typeof describeApi> | null = null;

export const GET = defineRoute({
  summary: "This description, as OpenAPI 3.1",
  role: "viewer",
  audit: "api.describe",
  handle: async () => {
    described ??= describeApi(ROUTES);
    return described;
  },
});
export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseVerbs("GET");
