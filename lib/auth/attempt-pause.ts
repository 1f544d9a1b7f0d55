const FIRST_PAUSED = 5;
const LONGEST_MS = 15 * 60_000;

/** Milliseconds to wait after the n-th failed sign-in in a row: none before the fifth, then 1 s, 2 s, 4 s … 15 minutes, never for ever. */
export function attemptPauseMs(failures: number): number {
  return failures < FIRST_PAUSED ? 0 : Math.min(LONGEST_MS, 1000 * 2 ** (failures - FIRST_PAUSED));
}
