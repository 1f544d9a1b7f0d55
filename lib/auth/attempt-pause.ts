/** Failed sign-ins in a row: no pause before the fifth, then 1 s, 2 s, 4 s … 15 minutes, never for ever. */
export const ATTEMPT_PAUSE = { firstPaused: 5, longestSeconds: 900 };

/** Milliseconds to wait after the n-th failure in a row. */
export function attemptPauseMs(failures: number): number {
  const { firstPaused, longestSeconds } = ATTEMPT_PAUSE;
  return failures < firstPaused ? 0 : Math.min(longestSeconds, 2 ** (failures - firstPaused)) * 1000;
}
