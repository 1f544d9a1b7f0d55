export interface QuotaGate {
  /** Counts this call; true when the quota's last second is full already. */
  isOver(quota: { name: string; perSecond: number } | null): boolean;
}

/** A sliding second per quota. Refused calls do not count. */
export function createQuotaGate(now: () => number = () => performance.now()): QuotaGate {
  const recent = new Map<string, number[]>();
  return {
    isOver: (quota) => {
      if (quota === null) return false;
      const since = now() - 1000;
      const calls = (recent.get(quota.name) ?? []).filter((at) => at > since);
      recent.set(quota.name, calls);
      if (calls.length >= quota.perSecond) return true;
      calls.push(now());
      return false;
    },
  };
}
