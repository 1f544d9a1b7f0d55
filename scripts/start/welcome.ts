import { readFileSync } from "node:fs";
import { join } from "node:path";
import { issueSetupToken } from "#lib/auth/setup.ts";
import { listSources } from "#lib/inventory/list-sources.ts";
import { SYSTEM_SCOPE } from "#lib/model/system-scope.ts";
import { say } from "../steps/step.mjs";
import type { Start } from "./serve.ts";
import { localAddress } from "./start-web.ts";
import { waitFor } from "./wait-for.ts";

/** Waits for the demo's first keys, then says where to go and how to sign in; later, that everything was read. */
export async function welcome({ settings, services }: Start) {
  if (settings.role === "worker") return say("The worker reads. Ctrl-C ends it.");
  const address = process.env.KEYATLAS_URL ? settings.url : localAddress(settings.host, settings.port);
  if (!settings.demo) return sayRealUse(address);
  if (settings.role === "both") await waitFor("first reading", services, async () => (await progress()).keys > 0);
  console.log(`\n  Keyatlas   ${address}\n  ${readFileSync(join(settings.data, "sign-in"), "utf8").trim()}\n`);
  if (settings.role === "both") await sayAllRead(services);
}

async function progress() {
  const sources = await listSources(SYSTEM_SCOPE);
  const waiting = sources.filter(({ outcome, state }) => outcome === "never" || state === "reading").length;
  return {
    sources: sources.length,
    waiting,
    failed: sources.filter(({ outcome }) => outcome === "failed" || outcome === "held").length,
    keys: sources.reduce((sum, { held }) => sum + held, 0),
  };
}

async function sayAllRead(services: Start["services"]) {
  await waitFor("reading of the emulated clouds", services, async () => (await progress()).waiting === 0, { withinMs: 600_000, everyMs: 500 });
  const { sources, failed, keys } = await progress();
  say(
    `${keys} keys of ${sources} sources are read${failed > 0 ? `; ${failed} could not be read, as the page says (the demo holds such a source on purpose)` : ""}. Ctrl-C ends everything.`,
  );
}

async function sayRealUse(address: string) {
  const token = await issueSetupToken();
  const invitation = `\n  First run: open ${address}/setup within a day and enter this one-time token:\n  Set-up token: ${token}\n`;
  console.log(`\n  Keyatlas   ${address}${token ? invitation : ""}`);
}
