import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Env, readEnv, SettingsError } from "#lib/env.ts";
import { closeDatabase } from "#lib/store/database.ts";
import { say, Stop, step } from "../steps/step.mjs";
import { watchNpm } from "../steps/watch-npm.mjs";
import { build } from "./build.ts";
import { allowedWithDemo, type DemoPlace, demoPlace } from "./demo-place.ts";
import { openServices, type Services } from "./services.ts";
import { startDatabase } from "./start-database.ts";
import { startDemo } from "./start-demo.ts";
import { startWeb } from "./start-web.ts";
import { welcome } from "./welcome.ts";

/** What the steps of a start hand on to each other. */
export interface Start {
  dev: boolean;
  settings: Env;
  services: Services;
  /** Settings for every process that we start, beside our own environment. */
  env: Record<string, string>;
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Builds, starts every process in its order, prints where to go, and waits for the end. Resolves with the exit code. */
export async function serve({ dev, asBuilt }: { dev: boolean; asBuilt: boolean }): Promise<number> {
  const settings = readSettings();
  if (!dev && !asBuilt && settings.role !== "worker") await step("Web server", build);
  const services = openServices(settings.demo ? join(settings.data, "log") : null);
  const told = signalled();
  const starting = startAll({ dev, settings, services, env: {} }).then(() => told);
  try {
    const end = await Promise.race([told, services.failure, starting]);
    if (end instanceof Stop) throw end;
    say(`Stopping (${end}) …`);
  } finally {
    await closeDatabase();
    await services.stopAll();
  }
  say("Stopped.");
  return 0;
}

function readSettings(): Env {
  try {
    const settings = readEnv(process.env);
    const isAsked = process.env.KEYATLAS_DEMO === "on";
    if (settings.demo && !isAsked && !LOOPBACK.test(settings.host)) {
      throw new Stop(
        `The demo stays on this computer: it will not listen on ${settings.host} unless you ask for it.`,
        "For real use set KEYATLAS_DEMO=off; to show the demo to others set KEYATLAS_DEMO=on beside KEYATLAS_HOST.",
      );
    }
    mkdirSync(settings.data, { recursive: true, mode: 0o700 });
    for (const notice of settings.notices) say(notice);
    return settings;
  } catch (error) {
    if (error instanceof SettingsError) throw new Stop("These settings cannot be used:", error.faults.map((fault) => `  ${fault}`).join("\n"));
    throw error;
  }
}

async function startAll(start: Start) {
  const demo: DemoPlace | null = start.settings.demo ? await demoPlace(start.settings.data) : null;
  if (demo) start.env.KEYATLAS_ALLOWED_ENDPOINTS = allowedWithDemo(start.settings.allowedEndpoints, demo);
  await startDatabase(start);
  if (demo) await startDemo(start, demo);
  await startWeb(start);
  await welcome(start);
  // From here on only the web server and the worker ask it.
  await closeDatabase();
}

/** Resolves with the name of the first signal. A second Ctrl-C comes from the terminal and from npm at once, so it means nothing new. */
function signalled(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) process.on(signal, () => resolve(signal));
    watchNpm(() => resolve("npm is gone"));
  });
}
