import { type Change, CLOCK_SLACK_MS, type Entry, type Holder } from "./ledger.ts";
import { type Rate, scheduleStarts } from "./schedule-starts.ts";

/** What one process asks of a place at once. */
export interface PermitWish {
  /** Names the asker among all processes. */
  holder: string;
  /** Starts wanted now. */
  permits: number;
  /** Calls in flight that it could use, those under way included. */
  wants: number;
  /** Calls under way: these cannot be taken back. */
  running: number;
  /** Calls in flight that the place allows to all together. */
  slots: number;
  leaseMs: number;
  /** One for each entry; the first entry is the place's, which also keeps the calls in flight. */
  rates: readonly Rate[];
  /** As far as processes may be apart in the ledger's time: windows are as much longer where others hold calls too. */
  apartMs: number;
  /** For each entry what became of earlier starts, where that was not what they were permitted for. Default none. */
  misused?: readonly (readonly Misused[])[];
}

/** A start in the ledger's milliseconds, and when it was really used; null = not at all. */
export interface Misused {
  start: number;
  usedAt: number | null;
}

export interface PermitGrant {
  /** Calls in flight that the asker may have from now on. */
  held: number;
  /** When its calls may start, ascending, in the ledger's milliseconds. */
  starts: number[];
  /** Somebody else waits for calls in flight: what is not used should go back at once. */
  isContended: boolean;
}

/** No place rests for longer, whatever its cloud asks for. */
export const MOST_REST_MS = 60_000;

/** Until when a place rests; 0 where it does not, or where the clock was set back since. */
export function restOf({ restsUntil = 0 }: Entry, now: number): number {
  return restsUntil > now + MOST_REST_MS + CLOCK_SLACK_MS ? 0 : restsUntil;
}

/** Grants what all budgets allow together. Who waits gets an even share of the calls in flight, as soon as the others' calls are over. */
export function grantPermits(entries: readonly Entry[], wish: PermitWish, now: number): Change<PermitGrant> {
  const [place = {}] = entries;
  const isHeld = ({ until }: Holder) => until > now && until <= now + wish.leaseMs + CLOCK_SLACK_MS;
  const others = Object.entries(place.holders ?? {}).filter(([name, holder]) => name !== wish.holder && isHeld(holder));
  const { held, isContended } = shareOf(
    others.map(([, holder]) => holder),
    wish,
  );
  const count = Math.max(0, Math.min(wish.permits, held - wish.running));
  const isTold = (n: number) => (wish.misused?.[n]?.length ?? 0) > 0;
  const { schedules, starts } = scheduleStarts(
    entries.map((entry, n) => corrected(entry.starts ?? [], wish.misused?.[n] ?? [])),
    others.length > 0 ? wish.rates.map((rate) => ({ ...rate, windowMs: rate.windowMs + wish.apartMs })) : wish.rates,
    { from: Math.max(now, restOf(place, now)), count },
  );
  const own = wish.wants > 0 ? [[wish.holder, { held, wants: wish.wants, until: now + wish.leaseMs }] as const] : [];
  const holders = Object.fromEntries([...others, ...own]);
  const written = entries.map((entry, n) => {
    if (n === 0) return { ...entry, starts: schedules[n], holders };
    return count > 0 || isTold(n) ? { ...entry, starts: schedules[n] } : entry;
  });
  return { entries: written, value: { held, starts, isContended } };
}

/** The starts as they really were. */
function corrected(starts: readonly number[], misused: readonly Misused[]): number[] {
  const left = [...starts];
  for (const { start } of misused) {
    const at = left.indexOf(start);
    if (at >= 0) left.splice(at, 1);
  }
  return [...left, ...misused.flatMap(({ usedAt }) => usedAt ?? [])].sort((a, b) => a - b);
}

function shareOf(others: readonly Holder[], wish: PermitWish): { held: number; isContended: boolean } {
  const free = Math.max(0, wish.slots - others.reduce((sum, { held }) => sum + held, 0));
  const fair = Math.max(1, Math.floor(wish.slots / (others.length + 1)));
  const isContended = others.some(({ held, wants }) => held < Math.min(wants, fair));
  const allowed = isContended ? Math.min(free, fair) : free;
  return { held: Math.max(wish.running, Math.min(wish.wants, allowed)), isContended };
}
