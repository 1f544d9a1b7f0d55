/** The pages to offer: the first, the last and those around the current one; null is a gap. Never more than seven entries. */
export function pageNumbers(current: number, last: number): (number | null)[] {
  if (last <= 7) return Array.from({ length: last }, (_, index) => index + 1);
  const here = Math.min(Math.max(current, 1), last);
  if (here <= 3) return [1, 2, 3, null, last];
  if (here >= last - 2) return [1, null, last - 2, last - 1, last];
  return [1, null, here - 1, here, here + 1, null, last];
}
