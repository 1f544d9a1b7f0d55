/** How long the soak runs: each is an environment variable, and has a value when it is not set. */
export interface SoakSettings extends Record<string, string> {
  /** Turns the soak on for Playwright and vitest. */
  KEYATLAS_SOAK: "on";
  /** How many times as many inputs a property tries as in `npm test`. */
  KEYATLAS_SOAK_FACTOR: string;
  /** Of all properties: other inputs each time, unless it is named. */
  KEYATLAS_FUZZ_SEED: string;
}

export const soakSettings = (env: Record<string, string | undefined>): SoakSettings => ({
  KEYATLAS_SOAK: "on",
  KEYATLAS_SOAK_FACTOR: env.KEYATLAS_SOAK_FACTOR ?? "10",
  KEYATLAS_FUZZ_SEED: env.KEYATLAS_FUZZ_SEED ?? String(Math.floor(Date.now() / 1000)),
});
