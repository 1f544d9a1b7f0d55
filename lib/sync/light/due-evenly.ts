/** Something that was last asked at `at` (milliseconds), and may stand until `at` + the allowed age. */
export interface Aged {
  keyId: string;
  at: number;
}

/**
 * Which of these to ask now, oldest first, so that none is older than allowed before the next reading and the work of the coming readings is even. For each
 * age: as many as are that old, shared among the readings that are sure to come before the last of them is too old; the greatest share counts.
 * @param gapMs the longest time between two readings
 */
export function dueEvenly(aged: readonly Aged[], { now, allowedMs, gapMs }: { now: Date; allowedMs: number; gapMs: number }): string[] {
  // A time that lies ahead was told by a clock that was wrong: it proves nothing.
  const dated = aged.map((one) => (one.at > now.getTime() ? { ...one, at: Number.NEGATIVE_INFINITY } : one));
  const oldest = dated.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  let share = 0;
  oldest.forEach(({ at }, i) => {
    const readings = Math.max(0, Math.floor((at + allowedMs - now.getTime()) / gapMs));
    share = Math.max(share, Math.floor((i + 1) / (readings + 1)));
  });
  return oldest.slice(0, share).map(({ keyId }) => keyId);
}
