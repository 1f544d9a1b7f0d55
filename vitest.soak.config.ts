import { execFileSync } from "node:child_process";
import { defineConfig, mergeConfig } from "vitest/config";
import usual from "./vitest.config.ts";

/** The files that hold properties. */
const include = execFileSync("git", ["grep", "-l", 'from "fast-check"', "--", "*.test.ts", "*.test.tsx"], { encoding: "utf8" }).trim().split("\n");
const HOUR_MS = 3_600_000;

const soak = defineConfig({ test: { setupFiles: ["scripts/test/longer-properties.ts"], testTimeout: HOUR_MS, hookTimeout: HOUR_MS, maxWorkers: 2 } });
const merged = mergeConfig(usual, soak);
export default { ...merged, test: { ...merged.test, include } };
