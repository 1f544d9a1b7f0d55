import type { ReadKey } from "../../model/reading.ts";

/** A key that was never rotated may print its creation as its last rotation: the cloud said "never". Compared to the second, as some sites print both. */
export function reconcile(key: ReadKey): void {
  const { lastRotatedAt, createdAt } = key.values;
  if (lastRotatedAt && createdAt && secondOf(lastRotatedAt) === secondOf(createdAt)) key.values.lastRotatedAt = null;
}

function secondOf(time: string): number {
  return Math.floor(Date.parse(time) / 1000);
}
