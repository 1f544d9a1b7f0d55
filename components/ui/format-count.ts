const GROUPED = new Intl.NumberFormat("en-US");

/** "1,042", or "1,042+" while something is missing: the plus is part of the number. */
export const formatCount = (count: number, incomplete = false): string => `${GROUPED.format(count)}${incomplete ? "+" : ""}`;

/** "1 source", "2 sources". */
export const countOf = (count: number, one: string, many = `${one}s`): string => `${formatCount(count)} ${count === 1 ? one : many}`;
