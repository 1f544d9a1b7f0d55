import { readFileSync } from "node:fs";
import { join } from "node:path";
import { freePortFrom } from "../steps/free-port.mjs";
import { run } from "../steps/run.mjs";
import { Stop } from "../steps/step.mjs";
import type { Score } from "./test-all.ts";

const PORTS = 4;

/** Runs Playwright against the built product, on ports that are free and in a data folder of its own. */
export async function testPages(folder: string, browser: string, more: readonly string[] = []): Promise<Score> {
  const file = join(folder, "playwright.json");
  const { code } = await run("playwright", ["test", "--reporter=list,json", ...more], {
    env: { ...(await e2ePorts()), E2E_FOLDER: folder, E2E_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file, FORCE_COLOR: "0" },
    onLine: (line) => console.log(line),
  });
  const { stats } = JSON.parse(readFileSync(file, "utf8"));
  if (stats.expected === 0) throw new Stop("Playwright ran no test.");
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  return { passed: stats.expected, failed: failed === 0 && code !== 0 ? 1 : failed };
}

async function e2ePorts(): Promise<Record<string, string>> {
  const ports: number[] = [];
  while (ports.length < PORTS) ports.push(await freePortFrom(43100, "127.0.0.1", ports));
  return { E2E_PORTS: ports.join(",") };
}
