import { NEW_ACCOUNT } from "#lib/accounts/account-input.ts";
import { connectAccount } from "#lib/accounts/connect-account.ts";
import { listAccounts } from "#lib/accounts/list-accounts.ts";
import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";

export const GET = defineRoute({
  summary: "The connected accounts; what is known of a credential only for operators",
  role: "viewer",
  audit: "accounts.list",
  handle: async ({ scope }) => ({ rows: await listAccounts(scope), next: null }),
});
export const POST = defineRoute({
  summary: "Connects an account: the cloud is asked who this is, and a first reading is queued",
  role: "operator",
  audit: "account.create",
  usesCredential: "always",
  status: 201,
  body: NEW_ACCOUNT,
  handle: ({ scope, body }) => connectAccount(scope, body),
});
export const { PUT, PATCH, DELETE, OPTIONS } = refuseVerbs("GET", "POST");
