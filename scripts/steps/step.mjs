import { startedAtMs } from "./newer-node.mjs";

/** A failure told in one clear sentence: no stack is printed for it. `detail` follows on lines of its own. */
export class Stop extends Error {
  constructor(sentence, detail = "") {
    super(sentence);
    this.detail = detail;
  }
}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Prints one line: the time since the start, then the words. */
export function say(words) {
  console.log(`${seconds(startedAtMs).padStart(8)}  ${words}`);
}

/**
 * Does one step: says what begins, then how it ended and how long it took. A step that took no time says only its end.
 * `work` returns the words of the outcome.
 */
export async function step(name, work) {
  const since = Date.now();
  const late = setTimeout(() => say(`${name} …`), 1500);
  try {
    const outcome = await work();
    say(`${name}: ${outcome ?? "done"}${Date.now() - since > 1500 ? ` (${seconds(since)})` : ""}`);
  } finally {
    clearTimeout(late);
  }
}

/** Runs a whole command line tool: a `Stop` is printed as its sentence, anything else with its stack. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    if (error instanceof Stop) {
      console.error(`\n${error.message}`);
      if (error.detail) console.error(error.detail);
    } else console.error(error);
    process.exitCode = 1;
  }
}
