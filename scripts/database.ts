import { env, SettingsError } from "../lib/env.ts";
import { FolderInUse } from "../lib/store/embedded/folder-lock.ts";
import { runDatabase } from "../lib/store/embedded/run-database.ts";

/**
 * The embedded database as a process: one JSON line on standard output when it answers, words for people on standard error.
 * SIGTERM and SIGINT end it cleanly, and so does the end of its parent.
 */
const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const { data } = env();
  const parent = process.ppid;
  const { place, stop } = await runDatabase(data, say);
  const end = () => void stop().then(() => process.exit(0));
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  setInterval(() => process.ppid !== parent && end(), 500).unref();
  process.stdout.write(`${JSON.stringify({ ready: true, ...place })}\n`);
}

main().catch((error: unknown) => {
  say(error instanceof FolderInUse || error instanceof SettingsError ? error.message : String(error instanceof Error ? error.stack : error));
  process.exit(1);
});
