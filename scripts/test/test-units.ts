import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../steps/run.mjs";
import { Stop } from "../steps/step.mjs";
import type { Score } from "./test-all.ts";

/** Runs vitest; the suites that speak SQL run on the embedded database and on `postgres`, an empty server. */
export async function testUnits(folder: string, postgres: string, more: readonly string[] = []): Promise<Score> {
  const file = join(folder, "vitest.json");
  const { code } = await run("vitest", ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`, ...more], {
    env: { KEYATLAS_TEST_DATABASE_URL: postgres, NODE_ENV: "test" },
    onLine: (line) => console.log(line),
  });
  return scoreOf(file, code);
}

function scoreOf(file: string, code: number): Score {
  const report = JSON.parse(readFileSync(file, "utf8"));
  const passed = Number(report.numPassedTests);
  const failed = Number(report.numTotalTests) - passed;
  if (passed === 0) throw new Stop("vitest ran no test.");
  // A file that could not even be loaded has no tests to count, and an unhandled error belongs to none.
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}
