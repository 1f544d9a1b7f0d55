import { z } from "zod";
import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { createToken } from "#lib/auth/api-token.ts";
import { visibleTokens } from "#lib/auth/visible-tokens.ts";
import { ROLES } from "#lib/model/scope.ts";

const WISH = z.strictObject({
  name: z.string().trim().min(1).max(100),
  role: z.enum(ROLES),
  groups: z.array(z.string().min(1).max(100)).max(100).nullable().default(null),
  expiresAt: z.iso.datetime({ offset: true }).nullable().default(null),
});

export const GET = defineRoute({
  summary: "API tokens, without their text",
  role: "owner",
  audit: "tokens.list",
  handle: async ({ scope }) => ({ rows: await visibleTokens(scope), next: null }),
});
export const POST = defineRoute({
  summary: "A new API token; its text is shown this once",
  role: "owner",
  audit: "token.create",
  status: 201,
  body: WISH,
  handle: ({ scope, body }) => createToken(scope, body),
});
export const { PUT, PATCH, DELETE, OPTIONS } = refuseVerbs("GET", "POST");
