import { vi } from "vitest";

/** In the soak every property tries many times its usual number of inputs, from another seed each time. Each prints what it needs to be run again. */
vi.mock("fast-check", async (importOriginal) => {
  const whole = await importOriginal<typeof import("fast-check")>();
  const factor = Number(process.env.KEYATLAS_SOAK_FACTOR);
  const seed = Number(process.env.KEYATLAS_FUZZ_SEED);
  const assert: typeof whole.assert = ((property: never, given: { numRuns?: number } = {}) =>
    whole.assert(property, { ...given, seed, numRuns: (given.numRuns ?? 100) * factor })) as typeof whole.assert;
  return { ...whole, assert, default: { ...whole.default, assert } };
});
