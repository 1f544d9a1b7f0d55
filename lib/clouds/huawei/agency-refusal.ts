import { CloudError } from "../../model/problem.ts";

const ADVICE = "Check the agency's name and account, that it trusts this user's account, and that the user has the permission Agent Operator.";

/** What IAM says when it does not know an agency (404) or the user may not take it on (403), in words about the agency. */
export function agencyRefusal(error: unknown): unknown {
  if (!(error instanceof CloudError) || (error.status !== 403 && error.status !== 404)) return error;
  const { operation, code, requestId, status } = error;
  const message = "The agency does not exist, or does not let this user in.";
  return new CloudError({ kind: "forbidden", operation, code, requestId, status, message, advice: ADVICE, cause: error });
}
