import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "../start/build.ts";
import { findBrowser } from "../steps/browser.mjs";
import { CHECKS } from "../steps/checks.mjs";
import { findPostgres, startPostgres } from "../steps/postgres.mjs";
import { ROOT } from "../steps/runtime.mjs";
import { Stop, say, step } from "../steps/step.mjs";
import { testPages } from "./test-pages.ts";
import { testUnits } from "./test-units.ts";

/** How many ran and how many did not pass. A skipped test counts as failed: nothing may hide. */
export interface Score {
  passed: number;
  failed: number;
}

type Work = (at: { folder: string; browser: string; postgres: string }) => Promise<Score>;

const SUITES: Record<string, Work> = {
  "unit and contract tests": ({ folder, postgres }) => testUnits(folder, postgres),
  "end-to-end tests": ({ folder, browser }) => testPages(folder, browser),
};

/** Runs every suite, even after a failure, and closes with one line. Resolves with the exit code. */
export async function testAll(suites: Record<string, Work> = SUITES): Promise<number> {
  const total: Score = { passed: 0, failed: 0 };
  mkdirSync(join(ROOT, ".test"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, ".test", "run-"));
  try {
    await runAll(folder, total, suites);
  } catch (error) {
    total.failed += 1;
    console.error(error instanceof Stop ? `\n${error.message}\n${error.detail}` : error);
  } finally {
    if (total.failed === 0) rmSync(folder, { recursive: true, force: true });
    else say(`What the failed run left behind lies in ${folder}`);
    console.log(`\n${total.passed} passed, ${total.failed} failed`);
  }
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

async function runAll(folder: string, total: Score, suites: Record<string, Work>) {
  let browser = "";
  let bin = "";
  await step("Browser", async () => (browser = await findBrowser()));
  await step("PostgreSQL", async () => (bin = await findPostgres()));
  add(total, await runChecks());
  await step("Web server", build);
  const postgres = await startPostgres(bin);
  say(`PostgreSQL answers: ${postgres.version}`);
  try {
    for (const [name, work] of Object.entries(suites)) {
      say(`${name} …`);
      const score = await work({ folder, browser, postgres: postgres.url });
      say(`${name}: ${score.passed} passed, ${score.failed} failed`);
      add(total, score);
    }
  } finally {
    await postgres.stop();
  }
}

async function runChecks(): Promise<Score> {
  const score: Score = { passed: 0, failed: 0 };
  for (const [name, check] of Object.entries(CHECKS)) {
    const { code, output } = await check();
    if (code === 0) score.passed += 1;
    else score.failed += 1;
    say(`check: ${name} ${code === 0 ? "ok" : "FAILED"}`);
    if (code !== 0) console.log(output);
  }
  return score;
}

function add(total: Score, more: Score) {
  total.passed += more.passed;
  total.failed += more.failed;
}
