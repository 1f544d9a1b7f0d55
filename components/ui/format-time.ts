/** "2026-11-25", in UTC, for columns: the same in every language. */
export const formatIsoDay = (at: string): string => new Date(at).toISOString().slice(0, 10);

/** "14:28:07", in UTC. */
export const formatClock = (at: string): string => new Date(at).toISOString().slice(11, 19);
