/** "This machine's clock is 17 minutes behind the cloud's.", or null where the answer's `Date` tells of no such thing. */
export function clockWords(date: string | undefined, now: Date): string | null {
  const aheadMs = now.getTime() - Date.parse(date ?? "");
  const minutes = Math.round(Math.abs(aheadMs) / 60_000);
  if (Number.isNaN(minutes) || minutes < 1) return null;
  return `The clock is ${minutes} ${minutes === 1 ? "minute" : "minutes"} off: this machine's is ${aheadMs > 0 ? "ahead of" : "behind"} the cloud's.`;
}
