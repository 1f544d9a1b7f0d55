/** How many inputs `npm test` tries, and the soak: KEYATLAS_FUZZ_RUNS, divided over the properties. One seed, unless KEYATLAS_FUZZ_SEED names another. */
const runs = Number(process.env.KEYATLAS_FUZZ_RUNS ?? "2000");

export const FUZZ = {
  seed: Number(process.env.KEYATLAS_FUZZ_SEED ?? "20261122"),
  /** Single answers, each cloud. */
  answers: Math.round(runs * 0.4),
  /** Whole readings of a source, each cloud. */
  readings: Math.round(runs * 0.1),
  /** Where fast-check found a counterexample: to run that one alone. */
  path: process.env.KEYATLAS_FUZZ_PATH,
  timeoutMs: 60_000 + runs * 50,
} as const;
