import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { forgetEnv } from "#lib/env.ts";
import { closeDatabase, openDatabase } from "#lib/store/database.ts";
import { prepareStore } from "#lib/store/prepare-store.ts";
import { openServices } from "../start/services.ts";
import { waitFor } from "../start/wait-for.ts";
import { findPostgres, startPostgres } from "../steps/postgres.mjs";
import type { BenchOptions } from "./run-bench.ts";

export interface BenchHouse {
  data: string;
  /** Settings for further processes on the same store. */
  env: Record<string, string>;
  services: ReturnType<typeof openServices>;
}

/** Gives `work` a fresh, empty store in a data folder of its own, on which this process works too, and takes all away afterwards. */
export async function withBench<T>(kind: BenchOptions["database"], work: (house: BenchHouse) => Promise<T>): Promise<T> {
  const data = mkdtempSync(join(tmpdir(), "keyatlas-bench-"));
  const services = openServices(join(data, "log"));
  const server = kind === "server" ? await startPostgres(await findPostgres()) : null;
  const env = { KEYATLAS_DATA: data, KEYATLAS_DEMO: "off", DATABASE_URL: server?.url ?? "", KEYATLAS_KEYS: `bench:${randomBytes(32).toString("base64")}` };
  Object.assign(process.env, env);
  forgetEnv();
  try {
    if (!server) {
      services.start({ name: "database", args: ["scripts/database.ts"], env, onDeath: "end" });
      await waitFor("database", services, async () => services.ready("database") !== null);
    }
    openDatabase("web");
    await prepareStore(() => undefined);
    return await work({ data, env, services });
  } finally {
    await closeDatabase();
    await services.stopAll();
    await server?.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
