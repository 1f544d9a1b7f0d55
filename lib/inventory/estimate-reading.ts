import type { NextReading } from "../model/source.ts";
import type { StoredSource } from "../store/sources.ts";

interface Pacing {
  /** Calls a second that are allowed at one source, the user's own limit heeded. */
  perSecond: number;
  periodMinutes: number;
  /** 0 = every reading is full. */
  describeHours: number;
  /** How many filtered listings a light reading takes; 0 where the cloud's listing tells everything. */
  classes: number;
}

/**
 * What the next reading of a source will cost, from what the last one did: calls for all keys stay, calls for single keys follow the plan. One that is full
 * describes every key; one that is due describes an even share of the keys, so that each is described once in the allowed hours.
 */
export function estimateReading({ cost, held, state, isFull }: Pick<StoredSource, "cost" | "held" | "state" | "isFull">, pacing: Pacing): NextReading | null {
  if (!cost) return null;
  const { perSecond, periodMinutes, describeHours, classes } = pacing;
  const kind = describeHours > 0 && (state === "idle" || !isFull) ? "light" : "full";
  const readings = Math.max(1, Math.floor((describeHours * 60) / periodMinutes));
  const share = Math.ceil(held / readings);
  const calls = Math.max(1, kind === cost.kind ? cost.calls : kind === "full" ? fullAfterLight() : lightAfterFull());
  return { calls, seconds: Math.ceil(calls / perSecond), kind };

  /** Where no listing tells of single keys, each is described; elsewhere nobody knows how many details there are, and as many as keys is the most. */
  function fullAfterLight(): number {
    return (cost?.calls ?? 0) - (cost?.described ?? 0) + held;
  }

  /** Never more than a full one: where filtered listings would cost as much, each key is described. */
  function lightAfterFull(): number {
    const { calls: all = 0, described = 0 } = cost ?? {};
    return Math.min(all, all - described + classes + Math.min(share, described));
  }
}
