import type { ReadKey } from "../../model/reading.ts";

/**
 * A key that was never rotated may print its creation as its last rotation: the cloud said "never". Compared to the second, as some sites print both.
 * And where a key's record leaves the switch out, get-key-rotation-status alone tells it: why that call told nothing is why nobody knows.
 */
export function reconcile(key: ReadKey): void {
  const { lastRotatedAt, createdAt } = key.values;
  if (lastRotatedAt && createdAt && secondOf(lastRotatedAt) === secondOf(createdAt)) key.values.lastRotatedAt = null;
  const { rotation, rotationIntervalDays: untold } = key.absent;
  if (rotation?.reason !== "unreported" || (untold?.reason !== "denied" && untold?.reason !== "failed")) return;
  key.absent.rotation = untold;
  if (key.facts.rotationIntervalDays) key.facts.rotation = key.facts.rotationIntervalDays;
}

function secondOf(time: string): number {
  return Math.floor(Date.parse(time) / 1000);
}
