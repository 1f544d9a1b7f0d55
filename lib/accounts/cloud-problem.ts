import { CloudError } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import type { AccountProblem } from "../store/accounts.ts";

/** A failed call, or one that ran out of time, as a problem of the account; anything else is thrown on. */
export function cloudProblem(error: unknown): AccountProblem {
  const at = new Date().toISOString();
  if (error instanceof CloudError) {
    const { operation, code, message, advice, requestId } = error;
    return { operation, code, message: advice ? `${message} ${advice}` : message, requestId, at };
  }
  if (error instanceof Error && error.name === "TimeoutError") {
    return { operation: "connect", code: "timeout", message: "The cloud did not answer in time.", requestId: null, at };
  }
  // An adapter refuses a source that lacks what every call needs, such as a project that discovery did not find.
  if (error instanceof Refusal) return { operation: "connect", code: error.code, message: error.message, requestId: null, at };
  throw error;
}
