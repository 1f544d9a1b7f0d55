import type { CloudError, Problem } from "../model/problem.ts";

/** Where a reading happens, as its problems name it. */
export interface ProblemPlace {
  account: string;
  region: string;
  project: string | null;
}

/** A failed call as a problem. */
export function toProblem(at: ProblemPlace, error: CloudError, now: Date = new Date()): Problem {
  return {
    account: at.account,
    region: at.region,
    ...(at.project === null ? {} : { project: at.project }),
    operation: error.operation,
    code: error.code,
    message: error.advice ? `${error.message} ${error.advice}` : error.message,
    requestId: error.requestId,
    at: now.toISOString(),
  };
}
