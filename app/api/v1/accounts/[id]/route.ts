import { z } from "zod";
import { ACCOUNT_EDIT } from "#lib/accounts/account-input.ts";
import { editAccount } from "#lib/accounts/edit-account.ts";
import { getAccount } from "#lib/accounts/list-accounts.ts";
import { removeAccount } from "#lib/accounts/remove-account.ts";
import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";
import { ID_SHAPE } from "#lib/model/new-id.ts";

const params = z.object({ id: z.string().regex(ID_SHAPE) });

export const GET = defineRoute({
  summary: "One account; its credential is never told",
  role: "viewer",
  audit: "account.read",
  params,
  handle: ({ scope, params: { id } }) => getAccount(scope, id),
});
export const PATCH = defineRoute({
  summary: "Changes an account; another cloud, endpoint or credential type asks for the secret again",
  role: "operator",
  audit: "account.update",
  usesCredential: "always",
  params,
  body: ACCOUNT_EDIT,
  handle: ({ scope, params: { id }, body }) => editAccount(scope, id, body),
});
export const DELETE = defineRoute({
  summary: "Removes an account with its credential, sources and keys",
  role: "operator",
  audit: "account.remove",
  status: 204,
  params,
  handle: ({ scope, params: { id } }) => removeAccount(scope, id),
});
export const { POST, PUT, OPTIONS } = refuseVerbs("GET", "PATCH", "DELETE");
