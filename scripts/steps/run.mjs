import { spawn } from "node:child_process";
import { ROOT, toolEnv } from "./runtime.mjs";

/**
 * Runs one command to its end, without a shell and without input. Resolves with its exit code and all it printed.
 * `onLine` sees each line as it comes; `env` is added to the tools' environment.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string, onLine?: (line: string) => void }} [options]
 * @returns {Promise<{ code: number, signal: string | null, output: string }>}
 */
export function run(command, args, { env = {}, cwd = ROOT, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: toolEnv(env), stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
    let output = "";
    let rest = "";
    const take = (chunk) => {
      output += chunk;
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      if (onLine) for (const line of lines) onLine(line);
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", take);
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (rest && onLine) onLine(rest);
      resolve({ code: code ?? 1, signal, output });
    });
  });
}
