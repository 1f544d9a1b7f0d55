import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePortFrom } from "../steps/free-port.mjs";
import { run } from "../steps/run.mjs";
import { type Figure, printFigures } from "./figures.ts";
import type { BenchOptions } from "./run-bench.ts";

/** What the launcher prints when keys are on the first page. */
const READY = /^ {2}Keyatlas {3}http/m;

const GRACE_MS = 12_000;

/** `npm start` in a fresh clone, until it prints where the keys are; then once more. Packages come from npm's cache, if it is warm. */
export async function benchStart({ from }: BenchOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "keyatlas-bench-start-"));
  try {
    const since = performance.now();
    await run("git", ["clone", "--quiet", from, folder]);
    const clonedMs = performance.now() - since;
    const first = await startOnce(folder);
    const second = await startOnce(folder);
    const figures: Figure[] = [
      { what: "from clone to first row", value: (clonedMs + first) / 1000, unit: "s", budget: 120 },
      { what: "second start", value: second / 1000, unit: "s", budget: 10 },
    ];
    printFigures(`npm start of ${(await run("git", ["rev-parse", "--short", "HEAD"], { cwd: folder })).output.trim()}`, figures);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds until the address is printed; then everything is ended. */
async function startOnce(folder: string): Promise<number> {
  const port = await freePortFrom(43_300);
  const ports = [await freePortFrom(43_400), await freePortFrom(43_450)].join();
  const since = performance.now();
  const env = { ...process.env, PORT: String(port), KEYATLAS_DEMO_PORTS: ports };
  const child = spawn("npm", ["start"], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let words = "";
  const ready = new Promise<number>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        words += text;
        if (READY.test(words)) resolve(performance.now() - since);
      });
    }
  });
  const ms = await Promise.race([ready, ended.then(() => null)]);
  const group = child.pid ?? 0;
  if (child.exitCode === null) process.kill(-group, "SIGTERM");
  // It says "Stopped." and may still wait for the demo's first reading.
  const force = setTimeout(() => process.kill(-group, "SIGKILL"), GRACE_MS);
  await ended;
  clearTimeout(force);
  if (ms === null) throw new Error(`npm start ended:\n${words}`);
  console.log(words.replace(/\/ \S+$/gm, "/ …"));
  return ms;
}
