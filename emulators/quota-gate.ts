/** So many calls a second, shared by all calls that name it. */
export interface Quota {
  name: string;
  perSecond: number;
}

export interface QuotaGate {
  /** Counts this call; true when the last second of any of its quotas is full already. */
  isOver(quotas: readonly Quota[]): boolean;
}

/** A sliding second per quota. Refused calls do not count. */
export function createQuotaGate(now: () => number = () => performance.now()): QuotaGate {
  const recent = new Map<string, number[]>();
  const callsOf = (name: string) => {
    const calls = (recent.get(name) ?? []).filter((at) => at > now() - 1000);
    recent.set(name, calls);
    return calls;
  };
  return {
    isOver: (quotas) => {
      if (quotas.some(({ name, perSecond }) => callsOf(name).length >= perSecond)) return true;
      for (const { name } of quotas) callsOf(name).push(now());
      return false;
    },
  };
}
