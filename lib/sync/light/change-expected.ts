import type { KeyRow } from "../../model/key.ts";

const DAY_MS = 86_400_000;

/** Whether the key's own dates say that something has happened to it since it was last asked about. */
export function changeExpected(row: KeyRow, askedAt: string, now: Date): boolean {
  if (Date.parse(askedAt) > now.getTime()) return true;
  return momentsOf(row).some((at) => at > Date.parse(askedAt) && at <= now.getTime());
}

function momentsOf(row: KeyRow): number[] {
  const moments = [row.nextRotationAt, row.deletesAt, row.expiresAt].flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  const rotated = row.lastRotatedAt ?? row.createdAt;
  const isRotating = row.rotation === "on" && row.rotationIntervalDays !== null && rotated !== null;
  return isRotating ? [...moments, Date.parse(rotated) + (row.rotationIntervalDays ?? 0) * DAY_MS] : moments;
}
