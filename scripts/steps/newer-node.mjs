import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { watchNpm } from "./watch-npm.mjs";
import { ROOT, runtimeNode, toolEnv } from "./runtime.mjs";

const before = process.env.KEYATLAS_STARTED;
// Ours alone: what we start begins its own life.
delete process.env.KEYATLAS_STARTED;

/** True in the second life of a program that `underNewerNode` started again. */
export const isSecondLife = before !== undefined;

/** When the first life began, in milliseconds since 1970: a program that goes on under another Node keeps its clock. */
export const startedAtMs = before === undefined ? Date.now() - process.uptime() * 1000 : Number(before);

/**
 * Runs the same program (`import.meta.url`) again under the Node that was just installed, with the same arguments, terminal and clock.
 * Signals are passed on. Resolves with its exit code.
 */
export function underNewerNode(program) {
  const preload = new URL("./end-with-parent.mjs", import.meta.url).href;
  const child = spawn(runtimeNode(), ["--import", preload, fileURLToPath(program), ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: toolEnv({ KEYATLAS_STARTED: String(startedAtMs) }),
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  watchNpm(() => child.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(signal ? 1 : code));
  });
}
