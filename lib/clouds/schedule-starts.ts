/** At most `most` starts in any window of `windowMs`. */
export interface Rate {
  most: number;
  windowMs: number;
}

/** No cloud allows more in a second, and the list of starts would grow: beyond it a rate is no limit. */
const UNLIMITED_PER_MS = 1;

/**
 * Finds the earliest times, not before `from`, at which `count` more calls may start so that no window of any rate holds too many, and adds them to
 * the starts of each. Exact: a start may stand between others that were permitted for later.
 */
export function scheduleStarts(
  schedules: readonly (readonly number[])[],
  rates: readonly Rate[],
  { from, count }: { from: number; count: number },
): { schedules: number[][]; starts: number[] } {
  const limited = rates.map(({ most, windowMs }) => most / windowMs < UNLIMITED_PER_MS);
  const lists = schedules.map((schedule, n) => schedule.filter((start) => start + (rates[n]?.windowMs ?? 0) > from));
  const starts: number[] = [];
  let at = from;
  while (starts.length < count) {
    const next = lists.reduce((latest, list, n) => {
      const rate = rates[n];
      return rate && limited[n] ? Math.max(latest, fitsFrom(list, rate, at)) : latest;
    }, at);
    if (next > at) {
      at = next;
      continue;
    }
    starts.push(at);
    for (const [n, list] of lists.entries()) if (limited[n]) list.splice(list.filter((start) => start <= at).length, 0, at);
  }
  return { schedules: lists, starts };
}

/** The earliest time from `at` on at which one more start fits: now, or when an earlier start leaves its window. */
function fitsFrom(starts: readonly number[], rate: Rate, at: number): number {
  const candidates = [at, ...starts.map((start) => start + rate.windowMs).filter((time) => time > at)];
  return candidates.find((time) => fits(starts, rate, time)) ?? Math.max(...candidates);
}

function fits(starts: readonly number[], { most, windowMs }: Rate, at: number): boolean {
  // The same sum that makes a candidate: `at - windowMs` may be rounded to less than the start that it came from.
  const near = starts.filter((start) => start + windowMs > at && start < at + windowMs);
  const windows = [...near.filter((start) => start <= at), at];
  return windows.every((begin) => near.filter((start) => start >= begin && start < begin + windowMs).length < most);
}
