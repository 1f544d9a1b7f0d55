import { setImmediate as nextTurn } from "node:timers/promises";
import { readRevision } from "./revision.ts";

/**
 * Remembers what was read from the inventory until the inventory changes: each question asks for the revision first, so that no answer is older than its
 * question, in whichever process the change was made. What was asked last is kept longest, and at most `most` answers.
 */
export class RevisionMemory<T> {
  readonly #most: number;
  readonly #held = new Map<string, Promise<T>>();
  #revision = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** What `read` gave for this key in this revision. `key` holds everything that the answer depends on, the asker's groups first of all. */
  async recall(key: string, read: () => Promise<T>): Promise<T> {
    const revision = await currentRevision();
    // Before the first change nobody counts.
    if (revision === 0) return read();
    if (revision !== this.#revision) this.#held.clear();
    this.#revision = revision;
    const answer = this.#held.get(key) ?? this.#read(key, read);
    this.#held.delete(key);
    this.#held.set(key, answer);
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= this.#most) break;
      this.#held.delete(oldest);
    }
    return answer;
  }

  #read(key: string, read: () => Promise<T>): Promise<T> {
    const answer = read();
    // A failure is told to those who wait, and not remembered.
    answer.catch(() => this.#held.get(key) === answer && this.#held.delete(key));
    return answer;
  }
}

let asking: Promise<number> | null = null;

/** Those who ask in the same turn share one statement, which is sent after they asked. */
function currentRevision(): Promise<number> {
  asking ??= nextTurn().then(() => {
    asking = null;
    return readRevision();
  });
  return asking;
}
