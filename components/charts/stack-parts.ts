/** The least width of a part that is there, in percent: what exists can be seen and hit. */
const LEAST = 1.2;

/** Where each part of a stacked bar begins and how wide it is, in percent. The parts together fill the bar; nothing that exists disappears. */
export function stackParts(counts: readonly number[]): { at: number; size: number }[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const wanted = counts.map((count) => (count === 0 ? 0 : Math.max(LEAST, (count / total) * 100)));
  const over = wanted.reduce((sum, size) => sum + size, 0) / 100;
  let at = 0;
  return wanted.map((size) => {
    const part = { at, size: over === 0 ? 0 : size / over };
    at += part.size;
    return part;
  });
}
