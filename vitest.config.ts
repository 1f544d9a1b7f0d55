import { defineConfig } from "vitest/config";

/** Unit and contract tests stand beside the code. Slow ones talk HTTP to the emulated clouds or SQL to a real database: hence the time. They wait more than they work: two a core. */
export default defineConfig({
  test: {
    include: ["{app,components,emulators,lib,scripts}/**/*.test.{ts,tsx}"],
    environment: "node",
    pool: "forks",
    maxWorkers: 4,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    allowOnly: false,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
