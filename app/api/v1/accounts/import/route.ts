import { z } from "zod";
import { importAccounts } from "#lib/accounts/import/import-accounts.ts";
import { IMPORT } from "#lib/accounts/import/import-input.ts";
import { readAccountsCsv } from "#lib/accounts/import/read-accounts-csv.ts";
import { logUnknown } from "#lib/api/answer-error.ts";
import { defineRoute } from "#lib/api/define-route.ts";
import { refuseVerbs } from "#lib/api/refuse-verbs.ts";

export const POST = defineRoute({
  summary: "Connects up to 200 accounts from JSON or CSV, with a result for each row; a dry run only checks what needs no cloud",
  role: "operator",
  audit: "accounts.import",
  usesCredential: "always",
  query: z.strictObject({ dryRun: z.enum(["true", "false"]).optional() }),
  body: IMPORT,
  csv: readAccountsCsv,
  handle: ({ scope, query, body, signal }) =>
    importAccounts(scope, body.rows, {
      dryRun: body.dryRun || query.dryRun === "true",
      signal,
      onFault: (error, line) => logUnknown(error, { event: "accounts.import", line: String(line) }),
    }),
});
export const { GET, PUT, PATCH, DELETE, OPTIONS } = refuseVerbs("POST");
