/**
 * The same value without what PostgreSQL cannot hold in text or jsonb: NUL and half surrogate pairs become U+FFFD.
 * Clouds hand out other people's text, so this is done once, where a reading becomes a row.
 */
export function wellFormed<T>(value: T): T;
export function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed().replaceAll("\u0000", "\uFFFD");
  if (Array.isArray(value)) return value.map((item) => wellFormed(item));
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([name, item]) => [wellFormed(name), wellFormed(item)]));
  return value;
}
