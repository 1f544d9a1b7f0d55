import type { CloudError, Problem } from "../model/problem.ts";
import { type ProblemPlace, toProblem } from "./to-problem.ts";

/** Problems of one reading, those of one operation and code together. */
export class ProblemNotes {
  readonly #at: ProblemPlace;
  readonly #now: () => Date;
  readonly #problems = new Map<string, Problem>();

  constructor(at: ProblemPlace, now: () => Date = () => new Date()) {
    this.#at = at;
    this.#now = now;
  }

  add(error: CloudError): void {
    const name = JSON.stringify([error.operation, error.code]);
    const known = this.#problems.get(name);
    if (known) known.count = (known.count ?? 1) + 1;
    else this.#problems.set(name, toProblem(this.#at, error, this.#now()));
  }

  list(): Problem[] {
    return [...this.#problems.values()];
  }
}
