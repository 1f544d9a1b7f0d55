import { cpus, loadavg } from "node:os";

/** The value below which the share `q` of the samples lies (nearest rank). */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (samples: readonly number[]) => quantile(samples, 0.5);

export interface Figure {
  what: string;
  value: number;
  unit: string;
  /** Nothing is promised of a figure without one. */
  budget?: number;
  /** True where more is better. */
  atLeast?: boolean;
}

/** Prints figures beside their budgets, and under them what the machine was and how busy. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`);
  for (const { what, value, unit, budget, atLeast } of figures) {
    const ratio = budget === undefined ? "" : `${atLeast ? "≥" : "≤"} ${budget} ${unit}`.padEnd(14) + `${(value / budget).toFixed(2)}×`;
    const isMissed = budget !== undefined && (atLeast ? value < budget : value > budget);
    console.log(`  ${what.padEnd(58)} ${`${round(value)} ${unit}`.padStart(14)}   ${ratio}${isMissed ? "  MISSED" : ""}`);
  }
  console.log(`  ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), load over the last minute ${(loadavg()[0] ?? 0).toFixed(1)}`);
}

const round = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 1 ? 1 : 3));

/** Milliseconds that `work` took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}
