/** The alias that stands for a key with several: the shortest, then the first by code point. Clouds promise no order. */
export function primaryAlias(aliases: readonly string[]): string | null {
  return [...aliases].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? null;
}
