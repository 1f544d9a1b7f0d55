import pino from "pino";
import { sharedLedger } from "../lib/accounts/shared-ledger.ts";
import { giveBackPermits } from "../lib/clouds/place-budget.ts";
import { env, SettingsError } from "../lib/env.ts";
import { closeDatabase, openDatabase } from "../lib/store/database.ts";
import { MasterKeyError } from "../lib/store/master-keys.ts";
import { prepareStore } from "../lib/store/prepare-store.ts";
import { refusalIn } from "../lib/store/refusal-in.ts";
import { runWorker } from "../lib/sync/run-worker.ts";

/** Reads the sources, as a process of its own, so that a reading never slows a page. SIGTERM and SIGINT end it: what it was reading is given back. */
const END_MS = 8000;

async function main(): Promise<void> {
  const { notices } = env();
  const log = pino({ base: { process: "worker" } }, pino.destination(2));
  for (const notice of notices) log.warn(notice);
  const stop = new AbortController();
  const end = () => {
    stop.abort(new Error("the worker ends"));
    setTimeout(() => process.exit(1), END_MS).unref();
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  openDatabase("worker");
  await prepareStore((line) => log.warn(line));
  log.info({ periodMinutes: env().periodMinutes }, "ready");
  await runWorker({ log, stop: stop.signal });
  await giveBackPermits(sharedLedger());
  await closeDatabase();
  log.info("ended");
}

main().catch((error: unknown) => {
  const sentence = error instanceof SettingsError || error instanceof MasterKeyError ? error.message : refusalIn(error)?.message;
  process.stderr.write(`${sentence ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exit(1);
});
