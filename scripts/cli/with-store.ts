import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { env } from "#lib/env.ts";
import { closeDatabase, openDatabase } from "#lib/store/database.ts";
import { runningPlace } from "#lib/store/embedded/place.ts";
import { refusalIn } from "#lib/store/refusal-in.ts";
import { prepareStore } from "#lib/store/prepare-store.ts";

export const say = (line: string) => process.stderr.write(`${line}\n`);
/** How long a database that someone else is starting, or stopping, may take. */
const PATIENCE_MS = 20_000;

/** Runs `work` on the store: a server's, the embedded one that runs already, or else one that runs just as long as `work`. */
export async function withStore<T>(work: () => Promise<T>, prepare = () => prepareStore(say)): Promise<T> {
  const stop = await openStore(Date.now() + PATIENCE_MS, prepare);
  try {
    return await work();
  } finally {
    await closeDatabase();
    await stop();
  }
}

/** A database that was somebody else's may stop between being found and being asked: then one of our own is started. Gives the function that ends it. */
async function openStore(untilMs: number, prepare: () => Promise<void>): Promise<() => Promise<void>> {
  const isEmbedded = env().databaseUrl === null;
  const stop = isEmbedded ? await ensureEmbedded(untilMs) : async () => undefined;
  try {
    openDatabase("cli");
    await prepare();
    return stop;
  } catch (error) {
    await closeDatabase();
    await stop();
    if (!isEmbedded || refusalIn(error)?.code !== "store_unavailable" || Date.now() > untilMs) throw error;
    return openStore(untilMs, prepare);
  }
}

/** Gives the function that ends what was started here. */
async function ensureEmbedded(untilMs: number): Promise<() => Promise<void>> {
  if (runningPlace(env().data) !== null) return async () => undefined;
  const child = spawn(process.execPath, [`${import.meta.dirname}/../database.ts`], { stdio: ["ignore", "pipe", "pipe"] });
  const exited = once(child, "exit");
  let words = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    words += text;
  });
  const answered = once(createInterface(child.stdout), "line").then(() => true);
  if (await Promise.race([answered, exited.then(() => false)])) {
    return async () => {
      child.kill("SIGTERM");
      await exited;
    };
  }
  // Someone else owns the folder: a server that is just starting or stopping.
  if (Date.now() > untilMs) throw new Error(words.trim() || "The embedded database did not start.");
  await new Promise((resolve) => setTimeout(resolve, 500));
  return ensureEmbedded(untilMs);
}
