import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT, runtimeNode, toolEnv } from "../steps/runtime.mjs";
import { say, Stop } from "../steps/step.mjs";

export interface Service {
  name: string;
  /** Arguments to Node: the script and its own. */
  args: string[];
  env?: Record<string, string>;
  /** What its unexpected end means: the end of everything, or a new start. */
  onDeath: "end" | "restart";
}

interface Running {
  service: Service;
  child: ChildProcess;
  lastLines: string[];
  /** What the process said of itself in its first line of JSON with `ready: true`. */
  ready: Record<string, unknown> | null;
}

const GRACE_MS = 8000;
const PRELOAD = new URL("../steps/end-with-parent.mjs", import.meta.url).href;

/**
 * The processes of one installation. Each has its own process group, writes to `<logs>/<name>.log` (or through to our own output when
 * `logs` is null), and ends when we do. `failure` settles with the sentence when one dies that must not.
 */
export function openServices(logs: string | null) {
  const running = new Map<string, Running>();
  const deaths = new Map<string, { at: number; count: number; pauseMs: number }>();
  let stopping = false;
  let fail: (reason: Stop) => void = () => {};
  const failure = new Promise<Stop>((resolve) => {
    fail = resolve;
  });
  if (logs) mkdirSync(logs, { recursive: true, mode: 0o700 });

  function start(service: Service) {
    const child = spawn(runtimeNode(), ["--import", PRELOAD, ...service.args], {
      cwd: ROOT,
      detached: process.platform !== "win32",
      env: toolEnv(service.env),
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    const entry: Running = { service, child, lastLines: [], ready: null };
    running.set(service.name, entry);
    const log = logs ? createWriteStream(join(logs, `${service.name}.log`), { mode: 0o600 }) : process.stdout;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        const ready = readyIn(text);
        entry.ready ??= ready;
        if (!ready) log.write(text);
        entry.lastLines = [...entry.lastLines, ...text.trimEnd().split("\n")].slice(-12);
      });
    }
    child.once("close", (code, signal) => died(entry, signal ?? `code ${code}`));
    child.once("error", (error) => died(entry, error.message));
  }

  function died(entry: Running, how: string) {
    const { service, lastLines } = entry;
    if (running.get(service.name) !== entry) return;
    running.delete(service.name);
    if (stopping) return;
    if (service.onDeath === "restart") {
      const pauseMs = pauseAfter(service.name);
      say(
        `The ${service.name} ended unexpectedly (${how}); it is started again in ${pauseMs / 1000} s.${logs ? ` Its words are in ${join(logs, `${service.name}.log`)}` : ""}`,
      );
      setTimeout(() => !stopping && start(service), pauseMs);
      return;
    }
    fail(new Stop(`The ${service.name} ended unexpectedly (${how}).`, lastLines.join("\n")));
  }

  /** Longer from death to death, up to half a minute; a minute of life makes it short again. */
  function pauseAfter(name: string): number {
    const before = deaths.get(name);
    const count = before && Date.now() - before.at < 60_000 + before.pauseMs ? before.count + 1 : 0;
    const pauseMs = Math.min(30_000, 1000 * 2 ** count);
    deaths.set(name, { at: Date.now(), count, pauseMs });
    return pauseMs;
  }

  /** Ends those named, or all, by asking, then waiting, then by force. Resolves when the last one is gone. */
  async function stop(...names: string[]) {
    const chosen = [...running.values()].filter(({ service }) => names.length === 0 || names.includes(service.name));
    await Promise.all(chosen.map(end));
  }

  async function end({ child }: Running) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    signalGroup(child, "SIGTERM");
    const force = setTimeout(() => signalGroup(child, "SIGKILL"), GRACE_MS);
    await gone;
    clearTimeout(force);
    // What it started and left behind.
    signalGroup(child, "SIGKILL");
  }

  return {
    failure,
    start,
    ready: (name: string) => running.get(name)?.ready ?? null,
    /** Web and worker first, so that nobody asks a database that is going. */
    async stopAll() {
      stopping = true;
      // Ends every wait for a process: a start that is still going on would hold us for minutes.
      fail(new Stop("Keyatlas is stopping."));
      await stop("web server", "worker");
      await stop();
    },
  };
}

export type Services = ReturnType<typeof openServices>;

function readyIn(text: string): Record<string, unknown> | null {
  const line = text.split("\n").find((one) => one.startsWith("{") && one.includes('"ready":true'));
  return line === undefined ? null : JSON.parse(line);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
