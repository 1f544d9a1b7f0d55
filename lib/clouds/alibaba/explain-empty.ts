import { CloudError } from "../../model/problem.ts";
import type { SourceAddress } from "../../model/source.ts";
import { accountStatus } from "./account-status.ts";
import { statusRule } from "./error-codes.ts";
import type { Sender } from "./signing-keys.ts";

/**
 * A region may list no keys because KMS is not activated there, in arrears or suspended: then "no keys" would be false, and what the cloud says of its
 * service ends the listing. Where it does not say, the empty list stands: the reading asks for the status too, and notes why there is none.
 * @throws CloudError `not-enabled` or `forbidden`
 */
export async function explainEmpty(send: Sender, source: SourceAddress): Promise<void> {
  const said = await accountStatus(send, source).catch((error: unknown) => {
    if (error instanceof CloudError) return null;
    throw error;
  });
  const rule = said && statusRule(said.status);
  if (!rule) return;
  const [kind, message, advice] = rule;
  const { operation, requestId } = said.call;
  throw new CloudError({ kind, operation, code: said.status, message, advice, requestId });
}
