import type { CloudError } from "../model/problem.ts";

/** After as many equal failures and nothing else the same answer is taken for granted: it is about the permission. Once one was answered, each key speaks for itself. */
const ENOUGH = 3;

/** Watches a step that is asked again and again in one reading. */
export class Repetition {
  #code: string | null = null;
  #times = 0;
  #isAnswered = false;
  /** The error that every further call would bring, once it came three times running. */
  error: CloudError | null = null;

  note(error: CloudError | null): void {
    if (this.error) return;
    this.#isAnswered ||= error === null;
    this.#times = error && error.code === this.#code ? this.#times + 1 : 1;
    this.#code = error?.code ?? null;
    if (error && !this.#isAnswered && this.#times >= ENOUGH) this.error = error;
  }
}
