/** Milliseconds of the years 1 to 9999, which every database and every reader can hold. */
const FIRST_MS = -62_135_596_800_000;
const LAST_MS = 253_402_300_799_999;

/** A moment in ISO 8601, or undefined when it is none, or lies outside the years 1 to 9999. */
export function timeWithinYears(ms: number): string | undefined {
  return ms >= FIRST_MS && ms <= LAST_MS ? new Date(ms).toISOString() : undefined;
}
