import { CloudError, type Problem } from "../../model/problem.ts";
import type { Absence } from "../../model/reading.ts";
import type { StoredSource } from "../../store/sources.ts";

/** The failures of one source, each kind once with how often it happened. */
export interface ProblemLog {
  /**
   * Notes a failed call and says what it makes of the cells it would have filled. `operation` names the call where the failure does not.
   * Whatever is no failure of the cloud is thrown on.
   */
  note(error: unknown, operation: string): Absence;
  list(): Problem[];
}

export function openProblemLog(source: Pick<StoredSource, "account" | "region" | "project">, now: () => Date): ProblemLog {
  const problems = new Map<string, Problem>();
  return {
    note(error, asked) {
      const { operation, code, message, requestId } = wordsOf(error, asked);
      const name = JSON.stringify([operation, code]);
      const known = problems.get(name);
      if (known) known.count = (known.count ?? 1) + 1;
      else problems.set(name, { ...placeOf(source), operation, code, message, requestId, at: now().toISOString() });
      return absenceOf(error, code);
    },
    list: () => [...problems.values()],
  };
}

function placeOf({ account, region, project }: Pick<StoredSource, "account" | "region" | "project">): Pick<Problem, "account" | "region" | "project"> {
  return { account: account.id, region, ...(project === null ? {} : { project }) };
}

function wordsOf(error: unknown, asked: string): Pick<Problem, "operation" | "code" | "message" | "requestId"> {
  if (error instanceof CloudError) {
    const { operation, code, message, advice, requestId } = error;
    return { operation, code, message: advice ? `${message} ${advice}` : message, requestId };
  }
  if (isLate(error))
    return { operation: asked, code: "deadline", message: "The time for a live answer was over before the cloud was asked or had answered.", requestId: null };
  throw error;
}

/** What was not asked in time is as if not asked yet. */
function absenceOf(error: unknown, code: string): Absence {
  if (!(error instanceof CloudError)) return { reason: "pending" };
  return { reason: error.kind === "forbidden" || error.kind === "auth" ? "denied" : "failed", note: code };
}

/** The deadline of a live answer has passed. */
function isLate(error: unknown): boolean {
  return error instanceof Error && error.name === "TimeoutError";
}
