import type { Problem } from "../model/problem.ts";
import type { ProblemPlace } from "./to-problem.ts";

/** A problem that no call of the cloud has told. */
export function ownProblem(at: ProblemPlace, code: string, message: string, operation = "read"): Problem {
  const project = at.project === null ? {} : { project: at.project };
  return { account: at.account, region: at.region, ...project, operation, code, message, requestId: null, at: new Date().toISOString() };
}
