import { CloudError } from "../model/problem.ts";
import type { RefusedWith } from "./ledger.ts";

/** The refusal of a call aside, as what it most likely is. */
export function ofTheCall(error: CloudError): CloudError {
  const { operation, code, message, requestId, status } = error;
  const advice = "Other calls with this credential were taken: this one may need a permission, or this site does not have it.";
  return new CloudError({ kind: "forbidden", operation, code, message, requestId, status, advice, cause: error });
}

/** What a call is told that does not go out. */
export function refused(last: RefusedWith, operation: string): CloudError {
  return new CloudError({
    ...last,
    kind: "auth",
    operation,
    message: "The cloud refused this credential twice. It rests until it is changed or tried again by hand.",
  });
}
