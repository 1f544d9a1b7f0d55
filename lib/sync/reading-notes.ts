import { CloudError, type Problem } from "../model/problem.ts";
import type { Absence } from "../model/reading.ts";

/** Where a reading happens, as its problems name it. */
export interface ProblemPlace {
  account: string;
  region: string;
  project: string | null;
}

/** A failed call as a problem. */
export function toProblem(at: ProblemPlace, error: CloudError): Problem {
  return {
    account: at.account,
    region: at.region,
    ...(at.project === null ? {} : { project: at.project }),
    operation: error.operation,
    code: error.code,
    message: error.advice ? `${error.message} ${error.advice}` : error.message,
    requestId: error.requestId,
    at: new Date().toISOString(),
  };
}

/** What a refused or failed call leaves in the cells that it would have filled. */
export function absenceOf(error: CloudError): Absence {
  return { reason: error.kind === "auth" || error.kind === "forbidden" ? "denied" : "failed", note: error.code };
}

/** Problems of one reading, those of one operation and code together. */
export class ReadingNotes {
  readonly #at: ProblemPlace;
  readonly #problems = new Map<string, Problem>();

  constructor(at: ProblemPlace) {
    this.#at = at;
  }

  add(error: CloudError, times = 1): void {
    const name = JSON.stringify([error.operation, error.code]);
    const known = this.#problems.get(name);
    if (known) known.count = (known.count ?? 1) + times;
    else this.#problems.set(name, { ...toProblem(this.#at, error), ...(times > 1 ? { count: times } : {}) });
  }

  get problems(): Problem[] {
    return [...this.#problems.values()];
  }
}

/**
 * For steps that may fail alone: a refused or failed call is returned. A credential that the cloud no longer takes, an abort, a fault of our own is
 * thrown on, since it is not about this one call.
 */
export async function attempt<T>(ask: () => Promise<T>): Promise<{ value: T } | { error: CloudError }> {
  try {
    return { value: await ask() };
  } catch (error) {
    if (error instanceof CloudError && error.kind !== "auth") return { error };
    throw error;
  }
}
