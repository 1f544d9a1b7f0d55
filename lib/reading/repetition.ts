import type { CloudError } from "../model/problem.ts";

/** After as many equal failures in a row the same answer is taken for granted. */
const ENOUGH = 3;

/** Watches a step that is asked again and again in one reading. */
export class Repetition {
  #code: string | null = null;
  #times = 0;
  /** The error that every further call would bring, once it came three times running. */
  error: CloudError | null = null;

  note(error: CloudError | null): void {
    if (this.error) return;
    this.#times = error && error.code === this.#code ? this.#times + 1 : 1;
    this.#code = error?.code ?? null;
    if (error && this.#times >= ENOUGH) this.error = error;
  }
}
