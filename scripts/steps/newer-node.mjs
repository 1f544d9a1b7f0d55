import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ROOT, runtimeNode, toolEnv } from "./runtime.mjs";

/** True in the second life of a program that `underNewerNode` started again. */
export const isSecondLife = () => process.env.KEYATLAS_STARTED !== undefined;

/**
 * Runs the same program (`import.meta.url`) again under the Node that was just installed, with the same arguments, terminal and clock.
 * Signals are passed on. Resolves with its exit code.
 */
export function underNewerNode(program) {
  const preload = new URL("./end-with-parent.mjs", import.meta.url).href;
  const child = spawn(runtimeNode(), ["--import", preload, fileURLToPath(program), ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: toolEnv({ KEYATLAS_STARTED: String(Math.round(Date.now() - process.uptime() * 1000)) }),
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(signal ? 1 : code));
  });
}
