import { defineConfig } from "@playwright/test";
import { house, instances } from "./e2e/fixtures/house.ts";
import { presentBrowser } from "./scripts/steps/browser.mjs";

/** Chromium's own services would talk to the network, and a root user needs no sandbox to be refused. */
const FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/** The real product, built and started as a user does, twice: the demo, and an empty instance before its first run. */
export default defineConfig({
  testDir: "e2e",
  outputDir: `${house.folder}/results`,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // A slow machine is no defect: what is wanted comes at once or, under load, late.
  timeout: 150_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "UTC",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.E2E_BROWSER || (presentBrowser() ?? undefined), args: FLAGS },
  },
  projects: [
    { name: "sign-in", testMatch: "setup/*.setup.ts", use: { baseURL: instances.demo.url } },
    { name: "api", testMatch: "api/*.spec.ts", dependencies: ["sign-in"], use: { baseURL: instances.demo.url } },
    { name: "pages", testMatch: "pages/*.spec.ts", dependencies: ["sign-in"], use: { baseURL: instances.demo.url, storageState: house.signedIn } },
    { name: "outside", testMatch: "outside/*.spec.ts", dependencies: ["sign-in"], use: { baseURL: instances.demo.url } },
    // Only in `npm run test:soak`: every page in every theme, language and width.
    ...(process.env.KEYATLAS_SOAK
      ? [{ name: "soak", testMatch: "soak/*.spec.ts", dependencies: ["sign-in"], use: { baseURL: instances.demo.url, storageState: house.signedIn } }]
      : []),
    { name: "first run", testMatch: "first-run/first-run.spec.ts", use: { baseURL: instances.empty.url } },
    // One after the other: the newcomer's story begins with an instance that has no account.
    {
      name: "own accounts",
      testMatch: "first-run/own/connect.spec.ts",
      dependencies: ["first run"],
      use: { baseURL: instances.empty.url, storageState: house.ownerSignedIn },
    },
    {
      name: "own accounts by API",
      testMatch: "first-run/own/accounts.spec.ts",
      dependencies: ["own accounts"],
      use: { baseURL: instances.empty.url, storageState: house.ownerSignedIn },
    },
  ],
  webServer: Object.values(instances).map(({ url, env }) => ({
    command: "node scripts/start.mjs",
    url: `${url}/api/health`,
    env,
    timeout: 180_000,
    reuseExistingServer: false,
    stdout: "pipe" as const,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 20_000 },
  })),
});
