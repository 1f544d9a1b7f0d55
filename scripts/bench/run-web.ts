import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { nextArgs } from "../start/build.ts";
import { localAddress } from "../start/start-web.ts";
import { waitFor } from "../start/wait-for.ts";
import { freePortFrom } from "../steps/free-port.mjs";
import { ROOT, runtimeNode, toolEnv } from "../steps/runtime.mjs";
import type { BenchHouse } from "./open-bench.ts";

const PRELOAD = new URL("../steps/end-with-parent.mjs", import.meta.url).href;

export interface WebServer {
  url: string;
  /** Resident memory of the server process, MiB; Linux only. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts the built web server, as `npm start` does, on a free port over the store of the house. */
export async function runWeb({ env, services }: BenchHouse): Promise<WebServer> {
  const port = await freePortFrom(43_200);
  const args = ["--import", PRELOAD, ...nextArgs("start", "-H", "127.0.0.1", "-p", String(port))];
  const settings = { ...env, NODE_ENV: "production", PORT: String(port) };
  const child = spawn(runtimeNode(), args, { cwd: ROOT, env: toolEnv(settings), stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const url = localAddress("127.0.0.1", port);
  await waitFor("web server", services, async () => (await fetch(new URL("/api/ready", url))).ok);
  return { url, memory: () => residentMiB(child), stop: () => end(child) };
}

function residentMiB({ pid }: ChildProcess): number {
  const [, kib = "NaN"] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kib) / 1024;
}

async function end(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}
