import { openDatabase } from "#lib/store/database.ts";
import { runningPlace } from "#lib/store/embedded/place.ts";
import { prepareStore } from "#lib/store/prepare-store.ts";
import { Stop, say, step } from "../steps/step.mjs";
import type { Start } from "./serve.ts";
import { waitFor } from "./wait-for.ts";

/** Starts the embedded database, unless DATABASE_URL names a server, brings its tables up to date and sees that the master keys fit. */
export async function startDatabase(start: Start) {
  const { settings } = start;
  const told: string[] = [];
  await step("Database", async () => {
    if (settings.databaseUrl === null) await startEmbedded(start);
    openDatabase("cli");
    await prepare((line) => told.push(line));
    return settings.databaseUrl === null ? `embedded, in ${settings.data}` : "the server of DATABASE_URL";
  });
  const fromFile = `Master keys: in ${settings.data}/keys, beside the data that they protect; for real use set KEYATLAS_KEYS`;
  say(told[0] ?? (settings.masterKeys ? "Master keys: from KEYATLAS_KEYS" : fromFile));
}

async function startEmbedded({ settings, services, env }: Start) {
  const owner = runningPlace(settings.data);
  if (owner)
    throw new Stop(`Keyatlas already runs on the data folder ${settings.data} (process ${owner.pid}). Stop it first, or set KEYATLAS_DATA to another folder.`);
  services.start({ name: "database", args: ["scripts/database.ts"], env, onDeath: "end" });
  await waitFor("database", services, async () => services.ready("database") !== null);
}

/** What can go wrong here is told by the store in sentences for the operator: a newer version's tables, foreign master keys, no answer. */
async function prepare(tell: (line: string) => void) {
  try {
    await prepareStore(tell);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new Stop("The database cannot be used.", error.message);
  }
}
