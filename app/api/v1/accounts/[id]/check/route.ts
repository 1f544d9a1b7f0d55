import { z } from "zod";
import { checkAccount } from "#lib/accounts/check-account.ts";
import { defineRoute } from "#lib/api/define-route.ts";
import { limitChecks } from "#lib/api/rate-limits.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { ID_SHAPE } from "#lib/model/new-id.ts";

export const POST = defineRoute({
  summary: "Tries each action that reading needs, and says which columns go dark without it",
  role: "operator",
  audit: "account.check",
  usesCredential: "always",
  params: z.object({ id: z.string().regex(ID_SHAPE) }),
  body: z.strictObject({}),
  bodyMayBeEmpty: true,
  handle: async ({ scope, params }) => {
    await limitChecks(scope.actor.id, params.id);
    return checkAccount(scope, params.id);
  },
});
export const { GET, PUT, PATCH, DELETE, OPTIONS } = refuseVerbs("POST");
