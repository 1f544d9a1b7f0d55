import { openDatabase } from "#lib/store/database.ts";
import { runningPlace } from "#lib/store/embedded/place.ts";
import { migrate } from "#lib/store/migrate.ts";
import { Stop } from "../steps/step.mjs";
import type { Start } from "./serve.ts";
import { waitFor } from "./wait-for.ts";

/** Starts the embedded database, unless DATABASE_URL names a server, and brings its tables up to date. Says in words what there is. */
export async function startDatabase({ settings, services, env }: Start): Promise<string> {
  if (settings.databaseUrl === null) {
    const owner = runningPlace(settings.data);
    if (owner)
      throw new Stop(
        `Keyatlas already runs on the data folder ${settings.data} (process ${owner.pid}). Stop it first, or set KEYATLAS_DATA to another folder.`,
      );
    services.start({ name: "database", args: ["scripts/database.ts"], env, onDeath: "end" });
    await waitFor("database", services, async () => services.ready("database") !== null);
  }
  openDatabase("cli");
  await migrate();
  return settings.databaseUrl === null ? `embedded, in ${settings.data}` : "PostgreSQL server of DATABASE_URL";
}
